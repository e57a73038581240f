import type { DialogInstance } from 'botbuilder-dialogs'
import { tappedIntent } from './choices.ts'
import { type FormOutcome, formReading, setSaid } from './formDialog.ts'
import { forms } from './forms.ts'
import { isToBeIntroduced } from './greeting.ts'
import { isSmallWord } from './smallWords.ts'
import type { Said, Turn } from './turn.ts'

/** Gives the open form what was said; true when the form took it, or asked again for want of any other meaning. */
export async function answersOpenQuestion(turn: Turn, said: Said): Promise<boolean> {
  const { dialogs, context, session } = turn
  const open = openForm(turn)
  if (!open || tappedIntent(said.value)) return false
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
export async function askOpenQuestionAgain({ dialogs }: Turn): Promise<void> {
  if (dialogs.activeDialog) await dialogs.repromptDialog()
}

/** Takes back the last answer and asks for it again; false when no form is open. */
export async function goBack(turn: Turn): Promise<boolean> {
  const open = openForm(turn)
  await open?.form.dialog.goBack(turn.context, open.instance)
  return open !== undefined
}

/** Closes the open form, if there is one, without an end. */
export async function abandonForm(turn: Turn): Promise<void> {
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

function openForm({ dialogs }: Turn) {
  const instance: DialogInstance | undefined = dialogs.activeDialog
  const form = instance && forms[instance.id]
  return form && { form, instance }
}
