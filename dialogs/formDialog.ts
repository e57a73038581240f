import { ActivityTypes, type TurnContext } from 'botbuilder'
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import type { Choice } from '../src/conversation/session.ts'
import { sayAtOnce } from './say.ts'
import type { Said } from './turn.ts'

export type Answers = Record<string, string>

/** One question of a form. Its answer is kept under its name, so that a form may change under a running conversation. */
export type Question = {
  name: string
  ask: (answers: Answers) => { text: string; choices?: Choice[] }
  /** The answer in what was said; undefined where there is none: then it may be something else, or is asked again. */
  read: (said: Said) => string | undefined
  /** Said before asking again. */
  retry: string
  /** Whether the question is asked at all, given the answers so far. */
  when?: (answers: Answers) => boolean
}

/** How a form ends; its caller switches on it. */
export type FormOutcome = { kind: 'completed'; answers: Answers } | { kind: 'abandoned'; answers: Answers }

/** What a form does with what was said. */
export type FormReading = 'taken' | 'unread'

type FormState = {
  answers: Answers
  /** The name of the question that was asked last. */
  asking?: string | undefined
  /** The question to which each message was said, by the message's id: an edited answer is filed under its own question. */
  saidTo: Record<string, string>
}

const SAID = Symbol('said')
const READING = Symbol('reading')

/** Tells the form what was said, before `continueDialog`. */
export function setSaid(context: TurnContext, said: Said): void {
  context.turnState.set(SAID, said)
}

/** Whether the form took what was said, after `continueDialog`. When not, it has said nothing. */
export function formReading(context: TurnContext): FormReading {
  return context.turnState.get(READING) ?? 'unread'
}

/**
 * A form as a Bot Framework dialog: asks the first question that has no answer yet, until none is left. Nothing of
 * its position is stored but the answers and the name of the question that is open; an answer to a question that a
 * new version of the form no longer has is never filed under another name.
 */
export class FormDialog extends Dialog {
  readonly #questions: Question[]

  constructor(id: string, questions: Question[]) {
    super(id)
    this.#questions = questions
  }

  override async beginDialog(dialogs: DialogContext, answers: Answers = {}): Promise<DialogTurnResult> {
    stateOf(dialogs.activeDialog).answers = { ...answers }
    return this.#askNext(dialogs)
  }

  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const { context } = dialogs
    const state = stateOf(dialogs.activeDialog)
    const question = this.#saidTo(state, context)
    if (!question && !this.#open(state)) return this.#askNext(dialogs)
    const answer = question?.read(context.turnState.get(SAID))
    context.turnState.set(READING, answer === undefined ? 'unread' : 'taken')
    if (!question || answer === undefined || state.answers[question.name] === answer) return Dialog.EndOfTurn
    if (isAnswered(question, state.answers)) await sayAtOnce(context, 'Thank you, I have changed that.')
    state.answers[question.name] = answer
    return this.#askNext(dialogs)
  }

  override async resumeDialog(dialogs: DialogContext, _reason: DialogReason): Promise<DialogTurnResult> {
    return this.#askNext(dialogs)
  }

  /** Asks the open question again, after a digression. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state = stateOf(instance)
    const open = this.#open(state)
    state.asking = open?.name
    if (open) await ask(context, open, state.answers)
  }

  /** Says that the answer could not be read, and asks again. */
  async retry(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state = stateOf(instance)
    const open = this.#open(state)
    if (open && open.name === state.asking) await sayAtOnce(context, open.retry)
    await this.repromptDialog(context, instance)
  }

  /** Takes the last answer back and asks for it again; on the first question, just asks. */
  async goBack(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state = stateOf(instance)
    const last = this.#asked(state.answers).findLast((question) => isAnswered(question, state.answers))
    if (last) {
      delete state.answers[last.name]
      state.asking = last.name
    }
    await this.repromptDialog(context, instance)
  }

  /** The answers so far to the questions that this version of the form asks. */
  answersIn(instance: DialogInstance): Answers {
    const { answers } = stateOf(instance)
    return Object.fromEntries(this.#asked(answers).flatMap(({ name }) => (answers[name] === undefined ? [] : [[name, answers[name]]])))
  }

  async #askNext(dialogs: DialogContext): Promise<DialogTurnResult> {
    const instance = dialogs.activeDialog as DialogInstance
    const state = stateOf(instance)
    const next = this.#asked(state.answers).find((question) => !isAnswered(question, state.answers))
    state.asking = next?.name
    if (!next) return dialogs.endDialog({ kind: 'completed', answers: this.answersIn(instance) } satisfies FormOutcome)
    await ask(dialogs.context, next, state.answers)
    return Dialog.EndOfTurn
  }

  /** The question that was asked last, where it still waits for an answer; else the first one without an answer. */
  #open({ answers, asking }: FormState): Question | undefined {
    const waiting = this.#asked(answers).filter((question) => !isAnswered(question, answers))
    return waiting.find(({ name }) => name === asking) ?? waiting[0]
  }

  /** The question to which the patient said this: the one asked last, or for an edited message the one it was said to. */
  #saidTo(state: FormState, { activity: { id = '', type } }: TurnContext): Question | undefined {
    const name = type === ActivityTypes.MessageUpdate ? state.saidTo[id] : state.asking
    const question = this.#asked(state.answers).find((question) => question.name === name)
    if (question && id) state.saidTo[id] = question.name
    return question
  }

  #asked(answers: Answers): Question[] {
    return this.#questions.filter((question) => question.when?.(answers) ?? true)
  }
}

const isAnswered = ({ name }: Question, answers: Answers) => Object.hasOwn(answers, name)

function stateOf(instance: DialogInstance | undefined): FormState {
  const state = instance?.state as FormState
  state.answers ??= {}
  state.saidTo ??= {}
  return state
}

async function ask(context: TurnContext, question: Question, answers: Answers): Promise<void> {
  const { text, choices } = question.ask(answers)
  await sayAtOnce(context, text, choices)
}
