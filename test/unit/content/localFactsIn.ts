/** Telephone numbers that are the same wherever a patient lives, and who says so. */
export const nationalNumbers: Record<string, string> = {
  '999': 'nhs.uk: when to call 999',
  '111': 'nhs.uk: NHS 111; urgent mental health help',
  '116 123': 'Samaritans, as nhs.uk gives it',
  '0808 808 00 00': 'Macmillan, as nhs.uk gives it on the page on breast screening results',
  '0800 707 60 60': 'the bowel cancer screening helpline, as nhs.uk gives it',
}

/** Hours that are the same for every service, in the words of a text. */
const nationalHours: Record<string, { pattern: RegExp; source: string }> = {
  Macmillan: { pattern: /Macmillan[^.!?]*?8am to 8pm every day/g, source: 'nhs.uk: breast screening results' },
}

/** Sites whose pages are for the whole country. */
const nationalSites = /^(?:\w+\.)*(?:nhs\.uk|gov\.uk|247sexualabusesupport\.org\.uk)$/i

const local: Record<string, RegExp> = {
  'a telephone number': /(?<!\d)(?:\+44|0)[\d ]{7,}\d/g,
  'an e-mail address': /\S+@\S+/g,
  'a postcode': /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g,
  'a price': /£\s?\d*|\b\d+p\b|\b\d+ (?:pounds?|pence)\b/gi,
  'a time of day': /\b\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)\b|\b\d{1,2}:\d{2}\b|\bo['’]clock\b|\b(?:noon|midnight|midday)\b/gi,
  'days of the week': /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: to | until |s\b)/gi,
  'a site': /\b(?:[\w-]+\.)+(?:uk|com|org|net)\b/gi,
}

/** What a text says that differs from service to service, and so may only be named as a fact: {{phone}}. */
export function localFactsIn(text: string): string[] {
  const withoutNational = [
    ...Object.values(nationalHours).map(({ pattern }) => pattern),
    new RegExp(`\\b(?:${Object.keys(nationalNumbers).join('|')})\\b`, 'g'),
  ].reduce((rest, pattern) => rest.replace(pattern, ' '), text)
  return Object.entries(local).flatMap(([what, pattern]) =>
    [...withoutNational.matchAll(pattern)].flatMap(([found]) => (nationalSites.test(found) ? [] : [`${what}: ${found.trim()}`])),
  )
}
