import type { Answered, Gate } from '../checks.ts'
import type { Intent } from '../intentSchema.ts'
import type { Pack } from '../readPack.ts'
import type { ReadTwice } from '../readTwice.ts'
import { safetyFaults } from '../safetyContent.ts'
import { callsPerson } from './callsPerson.ts'
import { gate, quote } from './gate.ts'
import { newExamples } from './newExamples.ts'

type Deps = {
  live: Pack
  draft: Pack
  /** What the safety gate takes a text for. */
  findDanger: (text: string) => Promise<{ kind: string } | undefined>
  /** Messages of people in danger among them. */
  read: ReadTwice[]
}

const dangers: Readonly<Record<string, string>> = {
  emergency: 'an emergency',
  crisis: 'somebody in crisis',
  abuse: 'abuse',
  symptom: 'a symptom',
}

/**
 * Nobody in danger is answered worse: what must be said and who must be called is still there, no example teaches the bot to take words
 * of danger for a question, and no message of somebody in danger reaches a person less surely than today. The safety gate itself learns
 * nothing from a pack: what it flags, it flags whatever the draft says.
 */
export async function safetyGate({ live, draft, findDanger, read }: Deps): Promise<Gate> {
  const stolen: string[] = []
  for (const { title, text } of newExamples(live.intents, draft.intents)) {
    const danger = await findDanger(text)
    if (danger)
      stolen.push(
        `${quote(title)} would learn ${quote(text)}, which is for the safety replies: it sounds like ${dangers[danger.kind] ?? danger.kind}. Take it out.`,
      )
  }
  return gate('safety', 'Nobody in danger is answered worse', [
    ...safetyFaults(live, draft),
    ...weakened(live, draft),
    ...stolen,
    ...lost(live, draft, read),
  ])
}

/** Small talk is not answered beside a question, and what has hardly an example is hardly understood. */
function weakened(live: Pack, draft: Pack): string[] {
  const [before, now] = [mapOf(live), mapOf(draft)]
  return live.intents.flatMap((intent) => {
    const { id, title, asksNothing } = intent
    const changed = now.get(id)
    if (!changed || callsPerson({ kind: 'understood', intents: [id], confidence: 1 }, before) < 2) return []
    const kept = examplesOf(changed).filter((text) => examplesOf(intent).includes(text)).length
    return [
      ...(!asksNothing && changed.asksNothing
        ? [`${quote(title)} calls a person, and would become small talk, which is not answered beside a question.`]
        : []),
      ...(kept < examplesOf(intent).length / 2
        ? [`${quote(title)} calls a person, and would lose more than half of its examples: it would hardly be understood any more.`]
        : []),
    ]
  })
}

const examplesOf = ({ utterances, heard }: Intent): string[] => [...utterances, ...heard]

function lost(live: Pack, draft: Pack, read: ReadTwice[]): string[] {
  const [before, after] = [mapOf(live), mapOf(draft)]
  return read
    .filter((one) => one.mustCatch && callsPerson(one.draft.answered, after) < callsPerson(one.live.answered, before))
    .map(
      ({ text, live: was, draft: is }) =>
        `${quote(text)}: today ${become(was.answered, before)}. With the draft ${become(is.answered, after)}.`,
    )
}

/** What becomes of a message, in words. */
function become(answered: Answered, intents: ReadonlyMap<string, Intent>): string {
  switch (answered.kind) {
    case 'understood': {
      const titles = answered.intents.map((id) => quote(intents.get(id)?.title ?? id)).join(' and ')
      return `it is answered with ${titles}, ${callsPerson(answered, intents) === 2 ? 'and a person is called' : 'and nobody is called'}`
    }
    case 'unsure':
      return 'it is asked about, and a person is offered'
    case 'notUnderstood':
      return 'it is not understood, and a person is offered'
    case 'language':
      return 'it is answered in its language, and a person is offered'
    case 'danger':
      return 'it is taken for a danger'
  }
}

const mapOf = ({ intents }: Pack): ReadonlyMap<string, Intent> => new Map(intents.map((intent) => [intent.id, intent]))
