import type { Answered, Difference } from './checks.ts'
import { callsPerson } from './gates/callsPerson.ts'
import type { Intent } from './intentSchema.ts'
import type { ReadTwice } from './readTwice.ts'

type Intents = ReadonlyMap<string, Intent>

/** Whether somebody would be answered as before, and if not, whether that is better; undefined: as before. */
export function verdictOn(read: ReadTwice, live: Intents, draft: Intents): Difference['verdict'] | undefined {
  const [before, after] = [read.live.answered, read.draft.answered]
  if (isSame(before, after)) return undefined
  const gain = read.mustCatch
    ? callsPerson(after, draft) - callsPerson(before, live)
    : read.expected === undefined
      ? gainInSureness(before, after)
      : rightness(after, read.expected, draft) - rightness(before, read.expected, live)
  return gain > 0 ? 'better' : gain < 0 ? 'worse' : 'different'
}

/** Guesses that are offered to somebody who was not understood do not count: they change with every example. */
function isSame(one: Answered, other: Answered): boolean {
  switch (one.kind) {
    case 'danger':
      return other.kind === 'danger'
    case 'language':
      return other.kind === 'language' && other.language === one.language
    case 'notUnderstood':
      return other.kind === 'notUnderstood'
    case 'understood':
    case 'unsure':
      return other.kind === one.kind && other.intents.join(' ') === one.intents.join(' ')
  }
}

/** From 0, wrong, to 2, right; 1: the right one is among those that are asked about. Small talk is outside the service, as `none` is. */
function rightness(answered: Answered, expected: string, intents: Intents): number {
  const isNone = (id: string) => intents.get(id)?.programme === 'general'
  const fits = (id: string) => (expected === 'none' ? isNone(id) : id === expected)
  switch (answered.kind) {
    case 'understood':
      return answered.intents.some(fits) ? 2 : 0
    case 'unsure':
      return answered.intents.some(fits) ? 1 : 0
    case 'notUnderstood':
      return expected === 'none' ? 2 : 0
    case 'language':
    case 'danger':
      return 0
  }
}

/** Where nobody has said what is meant: how much surer the draft is of the same. */
function gainInSureness(before: Answered, after: Answered): number {
  const [was, is] = [before, after].map((one) => ('intents' in one ? one.intents[0] : undefined))
  return was !== undefined && was === is ? sureness(after) - sureness(before) : 0
}

const steps: Answered['kind'][] = ['notUnderstood', 'unsure', 'understood']

const sureness = ({ kind }: Answered): number => steps.indexOf(kind)
