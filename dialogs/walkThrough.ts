import type { Guide } from '../src/content/guideSchema.ts'
import type { Intent } from '../src/content/intentSchema.ts'
import type { Choice } from '../src/conversation/session.ts'
import { PERSON } from './choices.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { plainWords } from './plainWords.ts'
import { say } from './say.ts'
import type { Said, Turn } from './turn.ts'
import { readYesOrNo } from './yesOrNo.ts'

/** The one guide there is: a visit to breast screening. */
const GUIDE = 'mammogram'

const NEXT: Choice = { title: 'Next', value: 'walk:next' }
const BACK: Choice = { title: 'Back a step', value: 'walk:back' }
const CARRY_ON: Choice = { title: 'Carry on', value: 'walk:here' }
const ENOUGH: Choice = { title: 'That is enough', value: 'walk:stop' }
const PLACES: (Choice & { place: 'van' | 'static' | 'unknown'; inWords: RegExp })[] = [
  {
    title: 'On a van',
    value: 'walk:van',
    place: 'van',
    inWords: /^(?:(?:i think|its|it is|on|in|at|the|a) )*(?:mobile )?(?:van|unit|lorry|trailer)$/,
  },
  {
    title: 'In a building',
    value: 'walk:static',
    place: 'static',
    inWords: /^(?:(?:i think|its|it is|in|at|the|a) )*(?:building|hospital|clinic|health centre)$/,
  },
  {
    title: 'I do not know',
    value: 'walk:unknown',
    place: 'unknown',
    inWords:
      /^(?:(?:sorry|no|um|oh) )*(?:i )?(?:no|nope|dunno|dont know(?: yet)?|do not know(?: yet)?|havent a clue|no idea|not sure(?: yet)?|im not sure|cant remember)$/,
  },
]

const ASKS_FOR_IT =
  /\b(?:walk|talk|take|run|go|lead|guide) (?:me|us|her|him) (?:through|thru)|step by step|stage by stage|one step at a time|bit by bit\b/
const GOES_ON =
  /^(?:(?:ok|yes|right) )?(?:next|go on|carry on|continue|and then|then what|whats next|what next|more|ok|yes|ready|keep going)(?: please| step)?$/

const GOES_BACK = /^(?:go )?back(?: please| a step| one)?$/

const startOf = ({ title }: Guide): Choice => ({ title, value: 'walk:start' })

/** Worries of women who have been, or who ask about something else than the visit that the guide tells of. */
const OF_ANOTHER_THING = ['recalled_worried', 'assessment_what_happens', 'results_not_arrived', 'overdiagnosis_risks', 'data_privacy']

/** Offered under answers about the visit. */
export function walkChoiceFor({ deps, session }: Turn, intent: Intent | undefined): Choice[] {
  const guide = deps.guide(GUIDE)
  if (!guide || !intent || session.walk || intent.programme !== guide.programme) return []
  const isAboutVisit = intent.id === 'what_happens' || (intent.worry && !OF_ANOTHER_THING.includes(intent.id))
  return isAboutVisit ? [startOf(guide)] : []
}

/** Whether words ask for the visit to be told in steps. */
export const asksToBeWalkedThrough = (text: string): boolean => ASKS_FOR_IT.test(plainWords(text))

/** Tells the visit one small step at a time, each on request. True when what was said belongs to it. */
export async function walkOn(turn: Turn, { value }: Said): Promise<boolean> {
  const guide = turn.deps.guide(GUIDE)
  if (!guide || !isWalkWish(value)) return false
  const { walk } = turn.session
  const place = PLACES.find((choice) => choice.value === value)?.place
  if (place) return tell(turn, guide, { place, step: 0 })
  if (value === ENOUGH.value) return leave(turn)
  if (!walk || value === 'walk:start') return begin(turn, guide)
  if (!walk.place) return askWhere(turn)
  switch (value) {
    case NEXT.value:
      return tell(turn, guide, { ...walk, step: walk.step + 1 })
    case BACK.value:
      return tell(turn, guide, { ...walk, step: Math.max(0, walk.step - 1) })
    case CARRY_ON.value:
      return tell(turn, guide, walk)
    default:
      return false
  }
}

/** What is typed in place of a tap: the place, where that was asked; or a wish to go on, and where that was offered, not to. */
export function readWalkWish(turn: Turn, text: string, offered: Choice[]): string | undefined {
  if (!turn.session.walk || hasOpenQuestion(turn)) return undefined
  const typed = plainWords(text)
  const isOffered = ({ value }: Choice) => offered.some((choice) => choice.value === value)
  const place = PLACES.find((choice) => isOffered(choice) && choice.inWords.test(typed))
  if (place) return place.value
  if (GOES_BACK.test(typed)) return BACK.value
  if (GOES_ON.test(typed)) return isOffered(CARRY_ON) ? CARRY_ON.value : NEXT.value
  return isOffered(CARRY_ON) && readYesOrNo(text) === 'no' ? ENOUGH.value : undefined
}

/** Whether a value is one of the walk-through's own. */
export const isWalkWish = (value: string | undefined): boolean => value?.startsWith('walk:') ?? false

/** Offers to go on with the walk-through after something else was answered. */
export async function offerToCarryOn(turn: Turn): Promise<void> {
  const { context, session } = turn
  if (session.walk && context.responded && !hasOpenQuestion(turn))
    await say(context, 'Shall we carry on with the visit, step by step?', [CARRY_ON, ENOUGH, PERSON])
}

async function leave(turn: Turn): Promise<boolean> {
  endWalk(turn)
  await say(turn.context, 'All right, we will leave it there. What else would you like to know?', [PERSON])
  return true
}

/** Leaves the walk-through without a word. */
export function endWalk({ session }: Turn): void {
  delete session.walk
}

/** Begins, by asking where it will be unless that is known: a van has steps and a small waiting room. */
export async function beginWalk(turn: Turn): Promise<boolean> {
  const guide = turn.deps.guide(GUIDE)
  return guide ? begin(turn, guide) : false
}

async function begin(turn: Turn, guide: Guide): Promise<boolean> {
  const { context, deps, facts, session } = turn
  session.misses = 0
  const hers = session.walk?.place ? undefined : await herSite(turn)
  const place = session.walk?.place ?? hers?.kind
  session.walk = { step: 0, ...(place && { place }) }
  const where = hers ? `\n\nYour appointment is at ${hers.name}: I tell it as it is there.` : ''
  await say(context, `${deps.fillFacts(guide.intro, facts)}${where}`)
  return place ? tell(turn, guide, session.walk) : askWhere(turn)
}

/** Where her own appointment is, if she has been checked and has one. */
async function herSite({ deps, conversationId }: Turn) {
  const person = await deps.appointments.personOf(conversationId)
  return person && (await deps.appointments.of(person)).live?.site
}

async function askWhere({ context }: Turn): Promise<boolean> {
  await say(
    context,
    'Do you know where your appointment is?',
    PLACES.map(({ title, value }) => ({ title, value })),
  )
  return true
}

async function tell(turn: Turn, guide: Guide, walk: NonNullable<Turn['session']['walk']>): Promise<boolean> {
  const { context, deps, facts, session } = turn
  session.misses = 0
  const step = guide.steps[walk.step]
  if (!step) {
    delete session.walk
    await say(context, deps.fillFacts(guide.outro, facts), [startOf(guide), PERSON])
    return true
  }
  session.walk = walk
  const told = (walk.place === 'van' && step.van) || (walk.place === 'static' && step.static) || step.text
  const count = `${walk.step + 1} of ${guide.steps.length}. ${step.title}`
  await say(context, `${count}\n\n${deps.fillFacts(told, facts)}`, [NEXT, ...(walk.step > 0 ? [BACK] : []), ENOUGH, PERSON])
  return true
}
