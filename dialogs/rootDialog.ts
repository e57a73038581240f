import { ActivityTypes, type TurnContext } from 'botbuilder'
import { DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs'
import type { PatientActivity } from '../src/conversation/activity.ts'
import type { Bot } from '../src/conversation/answerTurn.ts'
import type { InboxEvent } from '../src/conversation/inboxEvent.ts'
import type { Choice, Session } from '../src/conversation/session.ts'
import type { BotDeps } from './botDeps.ts'
import { obey } from './commands.ts'
import { forms } from './forms.ts'
import { greet, sayHello } from './greeting.ts'
import { readCommand } from './heardAlways.ts'
import { answerMeaning } from './meaning.ts'
import { replyToNotText } from './notText.ts'
import { abandonForm, answersOpenQuestion, askOpenQuestionAgain } from './openForm.ts'
import { opensConversation } from './opening.ts'
import { readChoice } from './readChoice.ts'
import { answerSafety, passOnWhetherSafe } from './safety.ts'
import { say } from './say.ts'
import type { Said, Turn } from './turn.ts'

/** The bot: what it does with each thing a person does. */
export function createBot(deps: BotDeps): Bot {
  return async (context, session, event) => {
    const turn = await beginTurn(deps, context, session, event)
    const offered = keepOffers(context, session)
    if (event.activity.type === ActivityTypes.Event) await answerEvent(turn, event.activity)
    else await answerMessage(turn, readSaid(event.activity, offered), event.activity, offered)
    session.lastSeenAt = deps.clock.now().toISO() ?? ''
    delete session.lost
    if (turn.introduced) delete session.afterStaff
  }
}

/** Safety first; then what is heard in every state; then the open question; then what the person means. */
async function answerMessage(turn: Turn, said: Said, activity: PatientActivity, offered: Choice[]): Promise<void> {
  const finding = turn.deps.checkSafety(wordsIn(said, activity))
  if (finding) return answerSafety(turn, finding)
  if (await passOnWhetherSafe(turn, said, offered)) return

  const command = readCommand(said)
  if (await opensConversation(turn, said, command)) return
  const notText = replyToNotText(activity)
  if (notText) await say(turn.context, notText)
  if (notText && !said.text.trim()) return askOpenQuestionAgain(turn)
  if (command) return obey(turn, command)
  if (await answersOpenQuestion(turn, said)) return
  await digress(turn, said)
}

/** All that may be words of the person: a client of another make may send them as the value of a tap. */
function wordsIn({ text }: Said, { value }: PatientActivity): string {
  return typeof value === 'string' ? `${text}\n${value}` : text
}

/** Answers what has nothing to do with the open question, if there is one, and asks that again. */
async function digress(turn: Turn, said: Said): Promise<void> {
  const wasOpen = turn.dialogs.activeDialog !== undefined
  await answerMeaning(turn, said)
  if (wasOpen && turn.context.responded) await askOpenQuestionAgain(turn)
}

/** A patient opened the conversation, or came to it again by a link. */
async function answerEvent(turn: Turn, { name }: PatientActivity): Promise<void> {
  if (name === 'getStarted') {
    await abandonForm(turn)
    return greet(turn)
  }
  await sayHello(turn)
  await askOpenQuestionAgain(turn)
}

/** A tap, a typed number or title of what was offered, or words. An edit is of words said before the offer. */
function readSaid({ type, text = '', value }: PatientActivity, offered: Choice[]): Said {
  if (typeof value === 'string' && value) return { text, value }
  const choice = type === ActivityTypes.MessageUpdate ? undefined : readChoice(text, offered)
  return choice ? { text: choice.title, value: choice.value } : { text }
}

/** Remembers the choices under the last message, when there is a new one; returns those until now. */
function keepOffers(context: TurnContext, session: Session): Choice[] {
  const offered = session.choices
  context.onSendActivities(async (_context, activities, next) => {
    session.choices = (activities.at(-1)?.suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value }))
    return next()
  })
  return offered
}

async function beginTurn(deps: BotDeps, context: TurnContext, session: Session, event: InboxEvent): Promise<Turn> {
  const dialogs = new DialogContext(dialogSet, context, keepKnown(session.dialogs))
  return { deps, context, dialogs, session, facts: await deps.facts(), conversationId: context.activity.conversation.id, eventId: event.id }
}

/** Drops a form that was open when a version came into service that no longer has it. */
function keepKnown(state: Partial<DialogState>): DialogState {
  return Object.assign(state, { dialogStack: (state.dialogStack ?? []).filter(({ id }) => forms[id]) })
}

const dialogSet = new DialogSet()
for (const { dialog } of Object.values(forms)) dialogSet.add(dialog)
