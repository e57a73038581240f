import type { TextId } from './fixedTexts.ts'

/** What a text must say, or must not. `sentence` follows on “must”. `everywhere`: in other languages, too. */
type Rule = { sentence: string; test: RegExp; isThere: boolean; everywhere: boolean }

const says = (test: RegExp, sentence: string): Rule => ({ sentence: `say ${sentence}`, test, isThere: true, everywhere: false })
const never = (test: RegExp, sentence: string): Rule => ({ sentence: `not ${sentence}`, test, isThere: false, everywhere: false })
/** Numbers are dialled as they stand here, whatever the language's own figures are. */
const number = (digits: string, what: string): Rule => ({
  ...says(new RegExp(`(?<!\\d)${digits.replace(/ /g, '[ \\u00a0]?')}(?!\\d)`), `${digits}, ${what}`),
  everywhere: true,
})

const emergency = number('999', 'the number for emergencies')
const urgent = number('111', 'the number of NHS 111')
const surgery = says(/\bGP\b/, 'that the GP surgery is whom to call')
const cannotTell = says(/\b(?:can ?not|can['’]t|unable to|not able to) (?:tell|say|know)\b/i, 'that a program cannot tell what it is')
const noWaiting = says(/\b(?:do not|don['’]t|never) wait\b/i, 'not to wait for screening')
const noDriving = says(/\b(?:do not|don['’]t|never) drive\b/i, 'not to drive')
const asksNothing: Rule = { ...never(/[?؟]/, 'ask anything back'), everywhere: true }
/** Somebody else may see it on a locked screen. */
const tellsNothing = never(
  /\b(?:abus|violen|husband|wife|partner|boyfriend|girlfriend|hurt|rape|assault|police|suicid|kill|die\b|harm|refuge|domestic)/i,
  'name what it is about: somebody else may see it on a locked screen',
)
const automated = [
  says(/\bautomated\b/i, 'that this is automated'),
  says(/\{\{\s*name\s*\}\}/, '{{name}}, the name of the service'),
  says(/\bperson\b/i, 'that a person can be asked for'),
  emergency,
]

const rules: Partial<Record<TextId, readonly Rule[]>> = {
  emergency: [emergency, noDriving, asksNothing],
  crisis: [
    emergency,
    urgent,
    number('116 123', 'the number of Samaritans'),
    number('85258', 'the number of Shout, with the word SHOUT'),
    { ...says(/\bSHOUT\b/, 'SHOUT, the word to text'), everywhere: true },
    asksNothing,
  ],
  abuse: [
    emergency,
    { ...says(/[?؟]/, 'one question: whether it is safe to write'), everywhere: true },
    { ...never(/[?؟][\s\S]*[?؟]/, 'ask more than whether it is safe to write'), everywhere: true },
    tellsNothing,
  ],
  symptom: [surgery, emergency, urgent, cannotTell, noWaiting, asksNothing],
  symptom_breast: [surgery, cannotTell, noWaiting, asksNothing],
  symptom_cervical: [surgery, emergency, cannotTell, noWaiting, asksNothing],
  symptom_bowel: [surgery, emergency, urgent, cannotTell, noWaiting, asksNothing],
  symptom_lung: [surgery, emergency, cannotTell, noWaiting, asksNothing],
  symptom_eye: [urgent, cannotTell, noWaiting, noDriving, asksNothing],
  quiet: [says(/\bstart again\b/i, '“start again”, the words that begin anew'), says(/\{\{\s*phone\s*\}\}/, '{{phone}}'), tellsNothing],
  safe_to_write: [tellsNothing, asksNothing],
  picture: [surgery, noWaiting],
  greeting: automated,
  greeting_assist: automated,
}

/** What speaks against a wording, each as the end of a sentence that begins with “the text”. `language`: undefined is English. */
export function mustSay(id: TextId, text: string, language?: string): string[] {
  const its = (rules[id] ?? []).filter(({ everywhere }) => everywhere || language === undefined)
  return its.flatMap(({ sentence, test, isThere }) => (test.test(text) === isThere ? [] : [`must ${sentence}`]))
}

/** The same for people who are about to write one: what it must say, whatever its words. */
export const demandsOn = (id: TextId): string[] => (rules[id] ?? []).map(({ sentence }) => sentence)
