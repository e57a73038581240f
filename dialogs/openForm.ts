import type { DialogInstance } from 'botbuilder-dialogs'
import { askBookingAgain, goBackInBooking, hearBooking } from './booking/bookingDialog.ts'
import { isAboutBooking } from './booking/bookingGoals.ts'
import { endBooking } from './booking/bookingTurn.ts'
import { tappedIntent } from './choices.ts'
import { type FormOutcome, formReading, setSaid } from './formDialog.ts'
import { forms } from './forms.ts'
import { isToBeIntroduced } from './greeting.ts'
import { noteReading } from './noteReading.ts'
import { askTeamToRead } from './notSure.ts'
import { say } from './say.ts'
import { isSmallWord } from './smallWords.ts'
import type { Said, Turn } from './turn.ts'

/** Gives the open form what was said; true when the form took it, or asked again for want of any other meaning. */
export async function answersOpenQuestion(turn: Turn, said: Said): Promise<boolean> {
  const { dialogs, context, session } = turn
  const open = openForm(turn)
  if (!open) return answersBooking(turn, said)
  if (tappedIntent(said.value)) return false
  if (isToBeIntroduced(turn) && (await means(turn, said))) return false
  setSaid(context, said)
  const { result } = await dialogs.continueDialog()
  if (result) await open.form.finish(turn, result as FormOutcome)
  if (formReading(context) === 'taken') {
    session.misses = 0
    return true
  }
  if (await means(turn, said)) return false
  if (dialogs.activeDialog) await open.form.dialog.retry(context, dialogs.activeDialog)
  return true
}

/** Asks the open question again, if there is one, after something else was answered. */
export async function askOpenQuestionAgain(turn: Turn): Promise<void> {
  if (turn.dialogs.activeDialog) await turn.dialogs.repromptDialog()
  else await askBookingAgain(turn)
}

/** Takes back the last answer and asks for it again; false when no form is open. */
export async function goBack(turn: Turn): Promise<boolean> {
  const open = openForm(turn)
  if (!open) return goBackInBooking(turn)
  await open.form.dialog.goBack(turn.context, open.instance)
  return true
}

/** Closes what is open, a form or the talk about an appointment, without an end. */
export async function abandonForm(turn: Turn): Promise<void> {
  await endBooking(turn)
  const open = openForm(turn)
  if (!open) return
  await turn.dialogs.cancelAllDialogs()
  await open.form.finish(turn, { kind: 'abandoned', answers: open.form.dialog.answersIn(open.instance) })
}

/** Words that mean something to the bot; what was chosen from the form's own choices is an answer to the form. */
async function means({ understand, deps }: Turn, { text, value }: Said): Promise<boolean> {
  if (value !== undefined || isSmallWord(text)) return false
  return deps.languageOf(text) !== undefined || (await understand(text)).kind === 'understood'
}

/** Gives the talk about an appointment what was said; true when it took it, or asked again for want of any other meaning. */
async function answersBooking(turn: Turn, said: Said): Promise<boolean> {
  const { context, session } = turn
  if (!session.booking || tappedIntent(said.value) || (await asksSomethingElse(turn, said))) return false
  if ((await hearBooking(turn, said)) !== 'unread') {
    session.misses = 0
    return true
  }
  if (await means(turn, said)) return false
  if (said.value === undefined && !isSmallWord(said.text))
    noteReading(turn, { kind: 'notUnderstood', intents: [] }, await turn.understand(said.text))
  session.misses += 1
  await say(context, `I am sorry, I did not understand that.${await orPerson(turn)}`)
  await askBookingAgain(turn)
  return true
}

/** Not understood twice in a row, a person is asked to read it, once; who wanted none is told how to find one. */
async function orPerson(turn: Turn): Promise<string> {
  const { session, facts } = turn
  if (session.noPerson && session.misses > 1) return ` A person can help too: write “person”, or ring ${facts.phone} (${facts.hours}).`
  return session.misses === 2 ? ` ${await askTeamToRead(turn)}` : ''
}

/** A question about something else than the appointment, even where it names a day. */
async function asksSomethingElse({ understand }: Turn, { text, value }: Said): Promise<boolean> {
  if (value !== undefined || !ASKS.test(text)) return false
  const meaning = await understand(text)
  return meaning.kind === 'understood' && !meaning.intents.some(isAboutBooking)
}

const ASKS = /\?|^\s*(?:and |but |so )?(?:can|could|do|does|is|are|will|would|should|what|where|how|who|why)\b/i

function openForm({ dialogs }: Turn) {
  const instance: DialogInstance | undefined = dialogs.activeDialog
  const form = instance && forms[instance.id]
  return form && { form, instance }
}
