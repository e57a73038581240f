import type { Answered } from '../content/checks.ts'
import type { Read, ReadTwice } from '../content/readTwice.ts'
import type { Outcome } from '../nlu/evaluate.ts'
import { predict } from '../nlu/predict.ts'
import type { Danger, FindDanger } from '../safety/findDanger.ts'
import type { OpenPack } from './openPack.ts'
import type { EvaluationMessage } from './readEvaluation.ts'

export type BothPacks = { live: OpenPack; draft: OpenPack }

/** A message read by both packs, and as an evaluation counts it. */
export type Judged = { read: ReadTwice; outcomes: Record<keyof BothPacks, Omit<Outcome, 'expected'>> }

/** Reads a message with what is live and with the draft. The safety gate comes first for both, and is the same for both. */
export async function readBoth(
  { text, ...known }: EvaluationMessage,
  from: ReadTwice['from'],
  packs: BothPacks,
  findDanger: FindDanger,
): Promise<Judged> {
  const danger = await findDanger(text)
  const [live, draft] = [await readOne(text, packs.live, danger), await readOne(text, packs.draft, danger)]
  return {
    read: { text, from, ...known, live: live.read, draft: draft.read },
    outcomes: { live: { text, ...live.outcome }, draft: { text, ...draft.outcome } },
  }
}

async function readOne(text: string, pack: OpenPack, danger: Danger | undefined) {
  const { decision, classification } = danger ? NOTHING : await pack.read(text)
  const isService = (id: string) => pack.intents.get(id)?.programme !== 'general'
  const likely = classification.slice(0, 3).map(({ intent }) => intent)
  const read: Read = { answered: danger ? { kind: 'danger', finding: danger.kind } : answeredWith(), likely }
  return { read, outcome: predict({ flag: danger?.kind, decision, classification }, isService) }

  function answeredWith(): Answered {
    const language = pack.languageOf(text)
    if (language && pack.languages.has(language)) return { kind: 'language', language }
    const intents = decision.kind === 'understood' ? decision.intents : decision.kind === 'unsure' ? decision.choices : decision.topics
    return { kind: decision.kind, intents, confidence: classification[0]?.confidence ?? 0 }
  }
}

const NOTHING = { decision: { kind: 'notUnderstood' as const, topics: [] as string[] }, classification: [] }
