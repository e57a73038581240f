import { DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs'
import { FormDialog, type FormOutcome, type FormReading, formReading, type Question, setSaid } from '../../../dialogs/formDialog.ts'
import type { PatientActivity } from '../../../src/conversation/activity.ts'
import { CollectingAdapter } from '../../../src/conversation/collectingAdapter.ts'

const CLAIM = { conversationId: 'c-1', channel: 'messenger', address: 'p-1', epoch: 1 } as const

/** What a step of the form led to: what it said, whether it took what was said, and its end if it has come to one. */
type Step = { said: string[]; reading: FormReading; outcome: FormOutcome | undefined }

/** A question that takes any text which begins with its own name, so that an answer shows to which question it was given. */
export const question = (name: string, changes: Partial<Question> = {}): Question => ({
  name,
  ask: () => ({ text: `${name}?` }),
  read: ({ text }) => (text.startsWith(`${name} `) ? text : undefined),
  retry: `Again: ${name}.`,
  ...changes,
})

/** Talks with a form alone. `saved` is the state that another version of the form left. */
export function talkWithForm(questions: Question[], saved: string = '{}') {
  const form = new FormDialog('form', questions)
  const state: DialogState = JSON.parse(saved)
  let messages = 0

  async function step(activity: PatientActivity, work: (dialogs: DialogContext) => Promise<unknown>): Promise<Step> {
    let reading: FormReading = 'unread'
    let outcome: FormOutcome | undefined
    const replies = await new CollectingAdapter().run(CLAIM, activity, async (context) => {
      const dialogs = new DialogContext(new DialogSet().add(form), context, state)
      setSaid(context, { text: activity.text ?? '' })
      const turn = (await work(dialogs)) as { result?: FormOutcome } | undefined
      reading = formReading(context)
      outcome = turn?.result
    })
    return { said: replies.map(({ text }) => text ?? ''), reading, outcome }
  }

  const instanceOf = ({ activeDialog }: DialogContext) => activeDialog ?? { id: 'form', state: {} }
  return {
    begins: (answers?: Record<string, string>) => step({ type: 'event' }, (dialogs) => dialogs.beginDialog('form', answers)),
    says(text: string) {
      messages += 1
      return step({ type: 'message', id: `m${messages}`, text }, (dialogs) => dialogs.continueDialog())
    },
    edits: (message: number, text: string) =>
      step({ type: 'messageUpdate', id: `m${message}`, text }, (dialogs) => dialogs.continueDialog()),
    goesBack: () => step({ type: 'message' }, (dialogs) => form.goBack(dialogs.context, instanceOf(dialogs))),
    isAskedAgain: () => step({ type: 'message' }, (dialogs) => dialogs.repromptDialog()),
    isNotUnderstood: () => step({ type: 'message' }, (dialogs) => form.retry(dialogs.context, instanceOf(dialogs))),
    /** The state as a store keeps it. */
    saved: () => JSON.stringify(state),
    isOpen: () => state.dialogStack.length > 0,
  }
}
