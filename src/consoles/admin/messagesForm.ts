import type { MaskPersonal } from '../../content/maskPersonal.ts'
import { type Fault, fault, field, oneOf } from '../staff/personFields.ts'
import { hiddenWords } from './messagesWords.ts'

/** What is to be done with messages of a group. `texts`: what of them becomes an example, as an admin has worded it. */
export type LearningAct =
  | { as: 'added'; ids: string[]; intent: string; texts: string[] }
  | { as: 'begun'; ids: string[]; title: string; texts: string[] }
  | { as: 'outOfScope' | 'aside'; ids: string[] }

/** What was filled in: the ticked messages, and the words of each. */
export type TypedAct = { group: string; ticked: string[]; words: Record<string, string>; intent: string; title: string }

/** What an example is held against. `longest`: in characters. */
export type ExampleRules = { mask: MaskPersonal; longest: number }

/** As hashes are written. */
const HASH = /^[\w-]{43}$/
/** More is cut off, and refused as too long. */
const LONGEST_READ = 1_000
const MASK = '•••'

export function typedAct(form: URLSearchParams): TypedAct {
  const words = [...form.keys()].filter((name) => name.startsWith('words-')).map((name) => [name.slice(6), field(form, name, LONGEST_READ)])
  return {
    group: field(form, 'group'),
    ticked: form.getAll('message').filter((id) => HASH.test(id)),
    words: Object.fromEntries(words),
    intent: field(form, 'intent'),
    title: field(form, `title-${field(form, 'n')}`),
  }
}

/** The act that a form asks for, or what is wrong with it. `n` is the group's place on the page, for the faults' addresses. */
export function readAct(
  form: URLSearchParams,
  n: number,
  rules: ExampleRules,
  isIntent: (id: string) => boolean,
): { act: LearningAct } | { faults: Fault[] } {
  const as = oneOf(form.get('do'), ['added', 'begun', 'outOfScope', 'aside'] as const)
  const { ticked: ids, words, intent, title } = typedAct(form)
  if (!as) return { faults: [fault(`group-${n}`, 'Say what is to be done with the messages')] }
  if (ids.length === 0) return { faults: [fault(`group-${n}`, 'Tick at least one message')] }
  if (as === 'outOfScope' || as === 'aside') return { act: { as, ids } }
  const faults = ids.flatMap((id) => faultsOf(words[id] ?? '', `words-${id}`, rules))
  if (as === 'added' && !isIntent(intent)) faults.push(fault(`intent-${n}`, 'Choose the intent to add the messages to'))
  if (as === 'added' && title) faults.push(fault(`title-${n}`, 'Press “Begin it” to begin a new intent with this title, or clear it'))
  if (as === 'begun' && !title) faults.push(fault(`title-${n}`, 'Give the new intent a title'))
  if (faults.length > 0) return { faults }
  const texts = [...new Set(ids.map((id) => words[id] ?? ''))]
  return { act: as === 'added' ? { as, ids, intent, texts } : { as, ids, title, texts } }
}

/** An example is read by everybody, and stays: nobody may be known by it. */
function faultsOf(text: string, id: string, { mask, longest }: ExampleRules): Fault[] {
  if (!/\p{L}/u.test(text)) return [fault(id, 'Write the words of the example, or untick the message')]
  if (text.length > longest) return [fault(id, `Make it shorter: an example has at most ${longest} characters`)]
  if (text.includes(MASK)) return [fault(id, `Something is hidden here (${MASK}). Put everyday words in its place, or take it out`)]
  const { hidden } = mask(text)
  const found = hidden.map((what) => hiddenWords[what]).join(', ')
  return hidden.length > 0 ? [fault(id, `This looks like personal data: ${found}. Take it out, or put other words in its place`)] : []
}
