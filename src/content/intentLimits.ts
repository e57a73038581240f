/** How long a text may be, in UTF-16 units, as Messenger counts, and what it is called. The schema of intents says the same. */
export const intentLimits: Readonly<Record<string, { most: number; what: string }>> = {
  title: { most: 20, what: 'The title' },
  asked: { most: 80, what: 'The question' },
  text: { most: 640, what: 'The answer' },
  easyRead: { most: 640, what: 'The answer in easy words' },
  more: { most: 1900, what: 'The longer part' },
  linkTitle: { most: 80, what: 'The title of the link' },
  meets: { most: 240, what: 'What meets the worry' },
  control: { most: 500, what: 'What she can decide' },
  owner: { most: 80, what: 'Who looks after it' },
}

export const limitOf = (field: string): { most: number; what: string } | undefined =>
  field.startsWith('language.') ? { most: 640, what: 'The answer' } : intentLimits[field]

/** So long an example may be: nobody writes more in one message that asks for one thing. */
export const LONGEST_EXAMPLE = 300
export const FEWEST_EXAMPLES = 5
export const MOST_FOLLOW_UPS = 4
