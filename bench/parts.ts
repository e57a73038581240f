import { join } from 'node:path'
import { readCommand } from '../dialogs/heardAlways.ts'
import { readEvents } from '../src/channels/messenger/readEvents.ts'
import { loadIntents } from '../src/content/loadIntents.ts'
import { trainNaturalClassifier } from '../src/nlu/naturalClassifier.ts'
import { checkSafety } from '../src/safety/gate.ts'
import { testPageId, textMessage, webhookBody } from '../test/support/messengerWebhook.ts'

const ROUNDS = 5

/** What single parts cost, each as a multiple of something plain in the same run. */
export async function measureParts(): Promise<Record<string, string>> {
  const intents = await loadIntents(join(import.meta.dirname, '../intents'))
  const classifier = trainNaturalClassifier(intents.map(({ id, utterances }) => ({ intent: id, utterances })))
  const messages = intents.flatMap(({ utterances }) => utterances)
  const words = messages.map((text) => text.split(' '))
  const body = webhookBody(Array.from({ length: 1_000 }, (_, n) => textMessage({ psid: `${n}`, mid: `m_${n}`, text: 'x'.repeat(500) })))
  const bytes = JSON.stringify(body)

  const splitting = time(() => messages.map((text) => text.split(' ')))
  const parsing = time(() => JSON.parse(bytes))
  const short = time(() => checkSafety('I have found a lump in my breast '.repeat(10)))
  const per = (part: number) =>
    `${((part / messages.length) * 1000).toFixed(0)} µs a message, ${(part / splitting).toFixed(0)} x splitting it into words`
  return {
    'the safety gate': per(time(() => messages.map(checkSafety))),
    'the classifier': per(time(() => messages.map(classifier.classify))),
    commands: per(time(() => words.map((list) => readCommand({ text: list.join(' ') })))),
    'reading 1,000 updates': `${(time(() => readEvents(body, { pageId: testPageId }, new Date(0))) / parsing).toFixed(1)} x JSON.parse of the same bytes`,
    'the gate on six times the text': `${(time(() => checkSafety('I have found a lump in my breast '.repeat(60))) / short).toFixed(1)} x the time`,
  }
}

/** The best of some rounds, in milliseconds. */
function time(work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const started = performance.now()
      work()
      return performance.now() - started
    }),
  )
}
