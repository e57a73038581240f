import { join } from 'node:path'
import type { CheckResult } from '../content/checks.ts'
import { differencesIn } from '../content/differencesIn.ts'
import { accuracyGate } from '../content/gates/accuracyGate.ts'
import { answersGate } from '../content/gates/answersGate.ts'
import { callsPerson } from '../content/gates/callsPerson.ts'
import { conversationsGate, type Rehearsed } from '../content/gates/conversationsGate.ts'
import { type Example, newExamples } from '../content/gates/newExamples.ts'
import { readableGate } from '../content/gates/readableGate.ts'
import { safetyGate } from '../content/gates/safetyGate.ts'
import type { PackFile } from '../content/packFile.ts'
import { type Pack, readFiles } from '../content/readPack.ts'
import { rewordedAnswers } from '../content/rewordedAnswers.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { wordingBetween } from '../content/wording.ts'
import { evaluate, type Figures } from '../nlu/evaluate.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import { openPack } from './openPack.ts'
import type { Understanding } from './openUnderstanding.ts'
import { type BothPacks, type Judged, readBoth } from './readBoth.ts'
import { type EvaluationMessage, readEvaluation } from './readEvaluation.ts'
import type { Transcript } from './rehearsal/readTranscript.ts'
import { readTranscripts, rehearse } from './rehearsal/rehearse.ts'

/** What is looked at: plain data, which can be handed to another thread. */
export type CheckTask = {
  live: PackFile[]
  draft: PackFile[]
  /** The pack of the folder: what conversations that must go on quote. */
  quoted: PackFile[]
  /** Where `evaluation` and `conversations` lie. */
  beside: string
  /** Real messages, masked. */
  recent: string[]
  /** The service's; and those with which the conversations are told. */
  facts: ServiceFacts
  rehearsalFacts: ServiceFacts
  /** In the service's zone: 2026-11-28. */
  today: string
}

export type CheckDeps = {
  understanding: Understanding
  findDanger: FindDanger
  onProgress: (done: number, total: number) => void
  /** Called between two pieces of work. */
  breathe: () => Promise<void>
}

/** What the draft would change, what stands against it, and what it teaches that is not taught today. */
export type Checked = { result: CheckResult; examples: Example[] }

/** What learning and a conversation take, in messages read. */
const LEARNING = 300
const CONVERSATION = 5
/** What the choice of an answer's longer part is called. */
const MORE = 'Tell me more'

export async function checkDraft(task: CheckTask, deps: CheckDeps): Promise<Checked> {
  const live = readFiles(task.live).pack
  const { pack: draft, faults } = readFiles(task.draft)
  if (faults.length > 0) return { result: unreadable(faults), examples: [] }
  const [evaluation, transcripts] = await Promise.all([
    readEvaluation(join(task.beside, 'evaluation')),
    readTranscripts(join(task.beside, 'conversations')),
  ])
  const known = [...evaluation, ...examplesForPerson(live, draft)]
  const total = LEARNING + known.length + transcripts.length * CONVERSATION + task.recent.length
  const goOn = counting(deps, total)
  const packs = { live: await openPack(deps.understanding, live), draft: await openPack(deps.understanding, draft) }
  await goOn(LEARNING)

  const readAll = async (messages: EvaluationMessage[], from: 'recent' | 'evaluation'): Promise<Judged[]> => {
    const all: Judged[] = []
    for (const message of messages) {
      all.push(await readBoth(message, from, packs, deps.findDanger))
      await goOn(1)
    }
    return all
  }
  const judged = await readAll(known, 'evaluation')
  const { before, after, gone } = accuracyOf(judged, packs)
  const played = await rehearseBoth(task, deps, packs, transcripts, goOn)
  const recent = await readAll(
    task.recent.map((text) => ({ text })),
    'recent',
  )

  const read = [...recent, ...judged].map((one) => one.read)
  return {
    result: {
      gates: [
        readableGate([]),
        await safetyGate({ live, draft, findDanger: deps.findDanger, read }),
        accuracyGate({ live, draft, before, after, gone }),
        conversationsGate(played.live, played.draft),
        answersGate({ live, draft, facts: task.facts, today: task.today }),
      ],
      compared: { recent: recent.length, evaluation: judged.length },
      ...differencesIn(read, packs.live.intents, packs.draft.intents),
      reworded: rewordedAnswers(live.intents, draft.intents, read),
      figures: { live: figuresOf(before.figures), draft: figuresOf(after.figures) },
    },
    examples: newExamples(live.intents, draft.intents),
  }
}

/** Nothing else can be found out. */
const unreadable = (faults: string[]): CheckResult => ({
  gates: [readableGate(faults)],
  compared: { recent: 0, evaluation: 0 },
  differences: [],
  counts: { better: 0, worse: 0, different: 0, same: 0 },
  reworded: [],
  figures: { live: {}, draft: {} },
})

/** Whoever says what is an example of an intent that calls a person, and stays one, must go on reaching a person. */
function examplesForPerson({ intents }: Pack, draft: Pack): EvaluationMessage[] {
  const all = new Map(intents.map((intent) => [intent.id, intent]))
  const stays = new Map(draft.intents.map(({ id, utterances, heard }) => [id, new Set([...utterances, ...heard])]))
  return intents
    .filter(({ id }) => callsPerson({ kind: 'understood', intents: [id], confidence: 1 }, all) === 2)
    .flatMap(({ id, utterances, heard }) => [...utterances, ...heard].filter((text) => stays.get(id)?.has(text)))
    .map((text) => ({ text, mustCatch: true }))
}

/** How many of the messages whose meaning both packs have are read rightly. `gone`: intents that mean something and are taken out. */
function accuracyOf(judged: Judged[], { live, draft }: BothPacks) {
  const meanings = new Set(judged.flatMap(({ read }) => read.expected ?? []))
  const gone = [...meanings].filter((id) => live.intents.has(id) && !draft.intents.has(id))
  const counted = judged.filter(
    ({ read: { expected = '' } }) => expected === 'none' || (live.intents.has(expected) && draft.intents.has(expected)),
  )
  const of = (side: keyof BothPacks) => {
    const outcomes = counted.map(({ read: { expected = '' }, outcomes }) => ({ expected, ...outcomes[side] }))
    return { outcomes, figures: evaluate(outcomes) }
  }
  return { before: of('live'), after: of('draft'), gone }
}

/** Conversations as they go with the draft; those that do not go as written, with what is live too. */
async function rehearseBoth(
  { live, draft, quoted, rehearsalFacts: service }: CheckTask,
  { findDanger }: CheckDeps,
  packs: BothPacks,
  transcripts: Transcript[],
  goOn: (steps: number) => Promise<void>,
): Promise<Record<keyof BothPacks, Rehearsed[]>> {
  const wordingIn = (files: PackFile[]) => wordingBetween(quoted, files, service, MORE)
  const wording = { live: wordingIn(live), draft: wordingIn(draft) }
  const played: Record<keyof BothPacks, Rehearsed[]> = { live: [], draft: [] }
  for (const transcript of transcripts) {
    const went = await rehearse({ pack: packs.draft, service, findDanger }, transcript, wording.draft)
    played.draft.push(went)
    if (went.unmet.length > 0) played.live.push(await rehearse({ pack: packs.live, service, findDanger }, transcript, wording.live))
    await goOn(CONVERSATION)
  }
  return played
}

/** As a version keeps them, and the pages show them. */
const figuresOf = ({ intents, none, falseAlarms, messages }: Figures): Record<string, number> => ({
  accuracy: intents.accuracy,
  top3: intents.top3,
  none: none.recall,
  falseAlarms: messages === 0 ? 0 : Math.round((falseAlarms / messages) * 1000) / 1000,
})

function counting({ onProgress, breathe }: CheckDeps, total: number) {
  let done = 0
  onProgress(0, total)
  return async (steps: number): Promise<void> => {
    done += steps
    onProgress(done, total)
    await breathe()
  }
}
