import { ActivityTypes, type TurnContext } from 'botbuilder'
import { DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs'
import type { PatientActivity } from '../src/conversation/activity.ts'
import type { Bot } from '../src/conversation/answerTurn.ts'
import type { InboxEvent } from '../src/conversation/inboxEvent.ts'
import type { Choice, Session } from '../src/conversation/session.ts'
import type { Meaning } from '../src/nlu/understand.ts'
import { announceHandoff } from './announceHandoff.ts'
import { endOldBooking } from './booking/bookingDialog.ts'
import { hearBeginning } from './booking/bookingIntents.ts'
import { forgetUnseen } from './booking/bookingTurn.ts'
import { carryOnAfterCheck } from './booking/carryOnAfterCheck.ts'
import { showPageForNumbers } from './booking/showPage.ts'
import type { BotDeps } from './botDeps.ts'
import { obey } from './commands.ts'
import { fixedText } from './fixedText.ts'
import { forms } from './forms.ts'
import { greet, sayHello } from './greeting.ts'
import { answerHandedBack } from './handedBack.ts'
import { hasOpenQuestion } from './hasOpenQuestion.ts'
import { type Command, readCommand } from './heardAlways.ts'
import { answerMeaning } from './meaning.ts'
import { hearsWhetherPersonReads } from './notSure.ts'
import { isEmojiAlone, replyToNotText } from './notText.ts'
import { abandonForm, answersOpenQuestion, askOpenQuestionAgain } from './openForm.ts'
import { opensConversation } from './opening.ts'
import { speakAgain, staysQuiet } from './quiet.ts'
import { readChoice } from './readChoice.ts'
import { answerSafety, isByWeight, mayTellWhetherSafe, passOnWhetherSafe } from './safety.ts'
import { say } from './say.ts'
import type { Said, Turn } from './turn.ts'
import { endWalk, isWalkWish, readWalkWish } from './walkThrough.ts'
import { rememberWords, wordsBefore } from './wordsBefore.ts'

/** A number or signs alone mean nothing, unless they choose from what is offered. */
const HAS_WORDS = /\p{L}/u
const NO_WORDS: Meaning = { kind: 'notUnderstood', topics: [] }

/** The bot: what it does with each thing a person does. */
export function createBot(deps: BotDeps): Bot {
  return async (context, session, event) => {
    const turn = await beginTurn(deps, context, session, event)
    if (session.afterStaff) delete session.symptomSince
    await endOldBooking(turn)
    const offered = keepOffers(context, session)
    if (session.unseen && isTyped(event.activity)) forgetUnseen(turn)
    if (event.activity.type === ActivityTypes.Event) await answerEvent(turn, event.activity)
    else {
      const said = readSaid(turn, event.activity, session.unseen ? [] : offered)
      await answerMessage(turn, said, event.activity, offered)
      if (!isChosen(said, offered)) rememberWords(turn, said.text)
    }
    session.lastSeenAt = deps.clock.now().toISO() ?? ''
    delete session.lost
    delete session.unseen
    if (turn.introduced) delete session.afterStaff
  }
}

/** Safety first; then what is heard in every state; then the open question; then what the person means. */
async function answerMessage(turn: Turn, said: Said, activity: PatientActivity, offered: Choice[]): Promise<void> {
  const chosen = isChosen(said, offered)
  const found = await turn.deps.checkSafety(wordsIn(said, activity), chosen ? [] : wordsBefore(turn))
  const finding = chosen && found && isByWeight(found) ? undefined : found
  if (finding && !mayTellWhetherSafe(finding, said)) return answerSafety(turn, finding)
  if (await passOnWhetherSafe(turn, said, offered)) return
  if (finding) return answerSafety(turn, finding)

  const command = commandIn(turn, said)
  if (await staysQuiet(turn, command)) return
  if (await opensConversation(turn, said, command)) return
  const notText = replyToNotText(activity, fixedText(turn, 'picture'))
  if (notText) await say(turn.context, notText)
  if (notText && (!said.text.trim() || isEmojiAlone(said.text))) return askOpenQuestionAgain(turn)
  if (command) return obey(turn, command)
  if (await showPageForNumbers(turn, activity)) return
  if (await hearsWhetherPersonReads(turn, said.value)) return
  if (await hearBeginning(turn, said.value)) return
  if (await answersOpenQuestion(turn, said)) return
  await digress(turn, said)
}

/** "Cancel that", where an appointment is talked about, is said of the appointment. */
function commandIn({ session }: Turn, said: Said): Command | undefined {
  const command = readCommand(said)
  const isTalkedAbout = session.booking !== undefined || session.topic === 'confirm_my_appointment'
  return command === 'stop' && isTalkedAbout && CANCELS.test(said.text) ? undefined : command
}

const CANCELS = /\bcancel\b/i

/** Whether what was said is one of our own choices: no part of what the patient tells in her own words. */
const isChosen = ({ value }: Said, offered: Choice[]): boolean => isWalkWish(value) || offered.some((choice) => choice.value === value)

/** All that may be words of the person: a client of another make may send them as the value of a tap. */
function wordsIn({ text }: Said, { value }: PatientActivity): string {
  return typeof value === 'string' && !OUR_VALUE.test(value) ? `${text}\n${value}` : text
}

/** What the bot itself puts behind a choice; no words of anybody. */
const OUR_VALUE = /^(?:intent|more|walk|booking):[\w-]+$/

/** Answers what has nothing to do with the open question, if there is one, and asks that again. */
async function digress(turn: Turn, said: Said): Promise<void> {
  const wasOpen = hasOpenQuestion(turn)
  const { booking } = turn.session
  await answerMeaning(turn, said)
  const isSame = turn.session.booking === booking
  if (wasOpen && isSame && turn.context.responded) await askOpenQuestionAgain(turn)
}

/** Whoever taps a choice has seen it. */
const isTyped = ({ type, value }: PatientActivity): boolean => type !== ActivityTypes.Event && typeof value !== 'string'

/** A patient opened the conversation, or came to it again by a link; or staff have handed it back. */
async function answerEvent(turn: Turn, { name, value }: PatientActivity): Promise<void> {
  if (name === 'getStarted') {
    speakAgain(turn)
    endWalk(turn)
    await abandonForm(turn)
    return greet(turn)
  }
  if (name === 'handedBack') return answerHandedBack(turn, value)
  if (await staysQuiet(turn, undefined)) return
  if (name === 'identityChecked') return carryOnAfterCheck(turn)
  await sayHello(turn)
  await askOpenQuestionAgain(turn)
}

/** "The 3rd", where appointments are talked about, is a day; "the third one" is a choice. */
const DAY_OF_MONTH = /\d(?:st|nd|rd|th)\b/i

/** A tap, a typed number or title of what was offered, or words. An edit is of words said before the offer. */
function readSaid(turn: Turn, { type, text = '', value }: PatientActivity, offered: Choice[]): Said {
  if (typeof value === 'string' && value) return { text, value }
  if (type === ActivityTypes.MessageUpdate) return { text }
  const choice = turn.session.booking && DAY_OF_MONTH.test(text) ? undefined : readChoice(text, offered)
  if (choice) return { text: choice.title, value: choice.value }
  const wish = readWalkWish(turn, text, offered)
  return wish ? { text, value: wish } : { text }
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
  const answeredBefore = session.answered
  delete session.answered
  delete session.heard
  const understood = new Map<string, Promise<Meaning>>()
  const understand = (text: string) => {
    const before = understood.get(text)
    if (before) return before
    const reading = HAS_WORDS.test(text) ? deps.understand(text, session.topic) : Promise.resolve(NO_WORDS)
    understood.set(text, reading)
    return reading
  }
  return {
    deps: { ...deps, escalations: announceHandoff(deps.escalations, context) },
    context,
    dialogs,
    session,
    facts: await deps.facts(),
    conversationId: context.activity.conversation.id,
    eventId: event.id,
    eventKey: event.key,
    understand,
    ...(answeredBefore && { answeredBefore }),
  }
}

/** Drops a form that was open when a version came into service that no longer has it. */
function keepKnown(state: Partial<DialogState>): DialogState {
  return Object.assign(state, { dialogStack: (state.dialogStack ?? []).filter(({ id }) => forms[id]) })
}

const dialogSet = new DialogSet()
for (const { dialog } of Object.values(forms)) dialogSet.add(dialog)
