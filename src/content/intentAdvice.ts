import { fillFacts } from './fillFacts.ts'
import type { IntentFault } from './intentFaults.ts'
import { type IntentFields, linesOf } from './intentForm.ts'
import { limitOf } from './intentLimits.ts'
import type { Intent } from './intentSchema.ts'
import type { Near, NearestExamples } from './nearestExamples.ts'
import { plainMessage } from './plainMessage.ts'
import { longestSentence, readingAge } from './readingAge.ts'
import type { ServiceFacts } from './serviceFactsSchema.ts'

/** What is known of an example: what it would be taken for, what it is like, and why it may not be one. */
export type AdvicePorts = {
  /** What the live model makes of a text, best first. */
  read: (text: string) => Promise<readonly { intent: string; confidence: number }[]>
  /** Absent without the sentence model. */
  nearest?: NearestExamples | undefined
  /** Examples of the live pack, by its hash, that a model misreads which has learnt from the others only; none where nobody measured it. */
  misread?: ((livePack: string) => Promise<readonly Misread[]>) | undefined
  /** What in a text may say who somebody is, in words; empty where there is nothing. */
  findPersonal: (text: string) => string[]
  /** What the safety gate takes a text for: emergency, crisis, abuse, symptom. */
  findDanger: (text: string) => Promise<{ kind: string } | undefined>
}

export type Misread = { text: string; intent: string; as?: string }

/** How a text reads. `filled`: how long it is with the service's facts. */
export type Measure = {
  field: string
  what: string
  length: number
  filled: number
  most: number
  age: number
  longest: number
  remarks: string[]
}

/** Something to look at; it keeps nobody from saving. `other`: the intent it is about. */
export type Remark = { field: string; text: string; other?: { id: string; title: string } }

/** `waiting`: the examples of other intents are still being read, so that none is compared yet. */
export type Advice = { faults: IntentFault[]; remarks: Remark[]; measures: Measure[]; waiting: boolean }

/** The NHS writes for a reading age of 9 to 11. */
const OLDEST = 11
const LONGEST_SENTENCE = 25
const ALIKE = 0.9
/** From here on the live model would rather give an example to another intent. */
const CLEARLY = 0.45

const measured = ['meets', 'text', 'easyRead', 'more', 'control']

export function measuresOf(fields: IntentFields, facts: ServiceFacts): Measure[] {
  return measured.flatMap((field) => {
    const text = fields[field] ?? ''
    const { most = 0, what = field } = limitOf(field) ?? {}
    if (!text) return []
    const filled = fillFacts(text, facts)
    const [age, longest] = [Math.max(readingAge(text), readingAge(filled)), longestSentence(text)]
    const bubble = field === 'text' && fields.meets ? fillFacts(fields.meets, facts).length + 2 + filled.length : filled.length
    const remarks = [
      ...(bubble > most
        ? [
            `${bubble} characters as it is said${bubble > filled.length ? ', together with what meets the worry' : ''}. Keep it within ${most}`,
          ]
        : []),
      ...(age > OLDEST ? [`It reads like a text for people of ${Math.round(age)}. Use shorter words and sentences`] : []),
      ...(longest > LONGEST_SENTENCE ? [`Its longest sentence has ${longest} words. Keep sentences within ${LONGEST_SENTENCE}`] : []),
    ]
    return [{ field, what, length: text.length, filled: filled.length, most, age, longest, remarks }]
  })
}

const dangerWords: Readonly<Record<string, string>> = {
  emergency: 'an emergency',
  crisis: 'somebody in crisis',
  abuse: 'abuse',
  symptom: 'a symptom',
}

/** New examples that may not be taught: they are for the safety replies, or tell of somebody. `known`: the lines that stand already. */
export async function refusedExamples(
  fields: IntentFields,
  known: ReadonlySet<string>,
  ports: Pick<AdvicePorts, 'findPersonal' | 'findDanger'>,
): Promise<IntentFault[]> {
  const faults: IntentFault[] = []
  for (const { field, line } of examplesIn(fields)) {
    if (known.has(line)) continue
    const personal = ports.findPersonal(line)
    if (personal.length > 0) faults.push({ field, text: `“${line}” may tell who somebody is (${personal.join(', ')}). Write it without` })
    const danger = await ports.findDanger(line)
    if (danger)
      faults.push({
        field,
        text: `“${line}” is for the safety replies: it sounds like ${dangerWords[danger.kind] ?? danger.kind}. Take it out`,
      })
  }
  return faults
}

/**
 * What the model and the other intents make of the examples. The live model would only repeat what it has learnt: such an example is judged
 * by how a model read it that has learnt from the others only. `waiting`: the examples of the others are still being read.
 */
export async function exampleRemarks(
  id: string,
  fields: IntentFields,
  { draft, live, state }: { draft: readonly Intent[]; live: readonly Intent[]; state: { liveHash: string } },
  { read, nearest, misread }: AdvicePorts,
): Promise<{ remarks: Remark[]; waiting: boolean }> {
  const titles = new Map([...live, ...draft].map((intent) => [intent.id, intent.title]))
  const same = new Map(
    draft.flatMap((intent) => (intent.id === id ? [] : plainExamples(intent).map((plain): [string, string] => [plain, intent.id]))),
  )
  const learnt = new Set(live.flatMap(plainExamples))
  const misreadAs = new Map((await misread?.(state.liveHash))?.map(({ text, intent, as }) => [`${intent} ${plainMessage(text)}`, as]))
  const remarks: Remark[] = []
  let waiting = false
  for (const { field, line } of examplesIn(fields)) {
    const plain = plainMessage(line)
    const remark = (intent: string, text: string) =>
      remarks.push({ field, text, other: { id: intent, title: titles.get(intent) ?? intent } })
    const near: readonly Near[] | undefined = waiting ? undefined : await nearest?.(draft, line)
    waiting ||= nearest !== undefined && near === undefined
    const closest = near?.find(({ intent }) => intent !== id)
    const twin = same.get(plain)
    const unseen = misreadAs.get(`${id} ${plain}`)
    if (twin) remark(twin, `“${line}” says the same as an example of`)
    else if (closest && closest.likeness >= ALIKE)
      remark(closest.intent, `“${line}” is nearly the same as “${closest.text}”, an example of`)
    else if (unseen) remark(unseen, `“${line}” would be read without itself as`)
    else if (!learnt.has(plain)) {
      const [best] = await read(line)
      if (best && best.intent !== id && best.confidence >= CLEARLY) remark(best.intent, `“${line}” is answered today with`)
    }
  }
  return { remarks, waiting }
}

const plains = new WeakMap<Intent, string[]>()

/** Its examples, as the same words are known again. */
function plainExamples(intent: Intent): string[] {
  const before = plains.get(intent)
  if (before) return before
  const plain = [...intent.utterances, ...intent.heard].map(plainMessage)
  plains.set(intent, plain)
  return plain
}

function examplesIn(fields: IntentFields): { field: string; line: string }[] {
  return ['utterances', 'heard'].flatMap((field) => linesOf(fields[field]).map((line) => ({ field, line })))
}
