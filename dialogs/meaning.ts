import type { Intent } from '../src/content/intentSchema.ts'
import type { Meaning } from '../src/nlu/understand.ts'
import { answerIntent, hearWhetherItHelped } from './answerIntent.ts'
import { isAboutBooking } from './booking/bookingGoals.ts'
import { beginsBooking } from './booking/bookingIntents.ts'
import { PERSON, tappedIntent } from './choices.ts'
import { changesNothing } from './edits.ts'
import { endsWhatWasOpen, reasonFor } from './escalationReasons.ts'
import { sayHello } from './greeting.ts'
import { hearVote } from './hearVote.ts'
import { answerInTheirLanguage, callInterpreter } from './languages.ts'
import { noteReading } from './noteReading.ts'
import { askWhichMeant, sayNotUnderstood } from './notSure.ts'
import { abandonForm } from './openForm.ts'
import { meetPastHarm, tellsOfPastHarm } from './pastHarm.ts'
import { callPerson } from './person.ts'
import { plainWords } from './plainWords.ts'
import { hearRecordsRequest } from './recordsRequest.ts'
import { say } from './say.ts'
import { answerSmallWord } from './smallWords.ts'
import type { Said, Turn } from './turn.ts'
import { asksToBeWalkedThrough, beginWalk, endWalk, offerToCarryOn, walkOn } from './walkThrough.ts'
import { withWordsBefore } from './wordsBefore.ts'

/** Answers what the person means: answers, a dialog, "did you mean", or that it was not understood. */
export async function answerMeaning(turn: Turn, said: Said): Promise<void> {
  const { deps, session } = turn
  hearVote(turn, said)
  const tapped = tappedIntent(said.value)
  if (tapped) return serve(turn, [tapped.id], tapped.more)
  if (said.value === 'interpreter' || (session.language && plainWords(said.text) === 'interpreter')) return callInterpreter(turn)
  if (await hearWhetherItHelped(turn, said)) return
  if (await walkOn(turn, said)) return
  const last = deps.intent(session.lastIntent ?? '')
  if (last?.answer?.more && asksForMore(said.text)) return serve(turn, [last.id], true)
  if (await answerSmallWord(turn, said.text)) return
  if (await answerInTheirLanguage(turn, said.text)) return
  if (await hearRecordsRequest(turn, said)) return
  await answerWords(turn, said.text)
}

/** Answers what words mean, if need be together with the words before them. */
export async function answerWords(turn: Turn, text: string): Promise<void> {
  const meaning = await withWordsBefore(turn, text)
  switch (meaning.kind) {
    case 'unfinished':
      return say(turn.context, 'Please go on.', [PERSON])
    case 'understood':
      delete turn.session.language
      if (changesNothing(turn, meaning.intents.join(' '))) return
      await meetFirst(turn, text, meaning.intents)
      noteReading(turn, { kind: 'answered', intents: meaning.intents }, meaning)
      if (meaning.intents.includes('what_happens') && asksToBeWalkedThrough(text) && (await beginWalk(turn))) return
      return serve(turn, meaning.intents, false)
    case 'unsure':
      if (meaning.choices.every(isAboutBooking) && (await turn.deps.appointments.isOpen()))
        return serveLikeliest(turn, meaning, meaning.choices.slice(0, 1))
      noteReading(turn, { kind: 'unsure', intents: meaning.choices }, meaning)
      await meetFirst(turn, text, [])
      return askWhichMeant(turn, meaning.choices, (id) => serveLikeliest(turn, meaning, [id]))
    case 'notUnderstood':
      noteReading(turn, { kind: 'notUnderstood', intents: meaning.topics }, meaning)
      await meetFirst(turn, text, [])
      return sayNotUnderstood(turn, meaning.topics)
  }
}

/** Who tells of what was done to her is met and gets a person, unless what she asks brings one. */
async function meetFirst(turn: Turn, text: string, intents: string[]): Promise<void> {
  const brings = intents.some((id) => bringsPerson(turn.deps.intent(id)))
  if (tellsOfPastHarm(text) && !brings) await meetPastHarm(turn)
}

/** Where it does not matter which of several is meant. */
async function serveLikeliest(turn: Turn, meaning: Meaning, intents: string[]): Promise<void> {
  noteReading(turn, { kind: 'answered', intents }, meaning)
  return serve(turn, intents, false)
}

/** Serves one need after the other. Small talk beside something that is asked needs no answer of its own; a person comes last. */
async function serve(turn: Turn, ids: string[], more: boolean): Promise<void> {
  const { deps } = turn
  const intents = ids.flatMap((id) => deps.intent(id) ?? [])
  if (intents.length === 0) return sayNotUnderstood(turn, [])
  const asking = intents.filter(({ asksNothing }) => !asksNothing)
  const served = (asking.length > 0 ? asking : intents.slice(0, 1)).sort((a, b) => comesAfter(a) - comesAfter(b))
  for (const [i, intent] of served.entries()) await answer(turn, intent, more, i < served.length - 1)
  await offerToCarryOn(turn)
}

/** A worry is asked about when it was met, so it comes after what is plain; last what nothing else should follow: a dialog, a booking, a person. */
function comesAfter(intent: Intent): number {
  if (bringsPerson(intent) || intent.dialog !== undefined || isAboutBooking(intent.id)) return 2
  return intent.worry ? 1 : 0
}

const bringsPerson = (intent: Intent | undefined): boolean => intent?.dialog === 'person' || intent?.worry?.person === 'soon'

async function answer(turn: Turn, intent: Intent, more: boolean, asOneOfSeveral: boolean): Promise<void> {
  const { session } = turn
  const { id } = intent
  session.misses = 0
  session.lastIntent = more ? '' : id
  if (!intent.asksNothing) session.topic = id
  if (intent.dialog === 'greeting') return sayHello(turn)
  if (endsWhatWasOpen(id)) {
    endWalk(turn)
    await abandonForm(turn)
  }
  if (!more && (await beginsBooking(turn, id, typedIn(turn)))) return
  await answerIntent(turn, intent, { more, asOneOfSeveral })
  if (intent.dialog === 'person') await callPerson(turn, reasonFor(id), { phoneSaid: namesPhone(intent) })
}

const namesPhone = ({ answer }: Intent): boolean => answer?.text.includes('{{phone}}') ?? false

const typedIn = ({ context: { activity } }: Turn): string => (typeof activity.value === 'string' ? '' : activity.text)

function asksForMore(text: string): boolean {
  return /^(please |yes )?((can you )?tell me )?(some |a bit |a little )?more( info| information| details?| about (it|that|this))?( please)?$|^go on$/.test(
    plainWords(text),
  )
}
