import { readCommand } from '../dialogs/heardAlways.ts'
import { PACK } from '../src/app/openPack.ts'
import { openSafety } from '../src/app/openSafety.ts'
import { openUnderstanding } from '../src/app/openUnderstanding.ts'
import { readEvents } from '../src/channels/messenger/readEvents.ts'
import { loadPack } from '../src/content/loadPack.ts'
import { silentLog } from '../src/kernel/log.ts'
import { testPageId, textMessage, webhookBody } from '../test/support/messengerWebhook.ts'

const ROUNDS = 5
/** So many different messages are read by what asks the sentence model, each once: what was read before is remembered. */
const MESSAGES = 500

/** What single parts cost, each as a multiple of something plain in the same run. */
async function measureParts(): Promise<Record<string, string>> {
  const intents = (await loadPack(PACK)).intents
  const understanding = await openUnderstanding(silentLog)
  const classifier = await understanding.learn(intents)
  const { findDanger } = await openSafety(understanding)
  const messages = intents.flatMap(({ utterances }) => utterances)
  const fresh = messages.filter((_, i) => i % Math.ceil(messages.length / MESSAGES) === 0).map((text) => `hello, ${text}`)
  const words = messages.map((text) => text.split(' '))
  const body = webhookBody(Array.from({ length: 1_000 }, (_, n) => textMessage({ psid: `${n}`, mid: `m_${n}`, text: 'x'.repeat(500) })))
  const bytes = JSON.stringify(body)

  const splitting = (await time(() => messages.map((text) => text.split(' ')))) / messages.length
  const parsing = await time(() => JSON.parse(bytes))
  const short = await time(() => findDanger('I have found a lump in my breast '.repeat(10)))
  const per = (total: number, { length }: string[]) =>
    `${((total / length) * 1000).toFixed(0)} µs a message, ${(total / length / splitting).toFixed(0)} x splitting it into words`
  const results = {
    'the classifier': per(await time(() => inTurn(fresh, classifier.classify), 1), fresh),
    'the safety gate beside it': per(await time(() => inTurn(fresh, (text) => findDanger(text)), 1), fresh),
    commands: per(await time(() => words.map((list) => readCommand({ text: list.join(' ') }))), messages),
    'reading 1,000 updates': `${((await time(() => readEvents(body, { pageId: testPageId }, new Date(0)))) / parsing).toFixed(1)} x JSON.parse of the same bytes`,
    'the gate on six times the text': `${((await time(() => findDanger('I have found a lump in my breast '.repeat(60)))) / short).toFixed(1)} x the time`,
  }
  await understanding.close()
  return results
}

/** Measures and prints them. */
export async function printParts(): Promise<Record<string, string>> {
  const costs = await measureParts()
  for (const [part, cost] of Object.entries(costs)) console.log(`${part.padEnd(32)} ${cost}`)
  return costs
}

async function inTurn(texts: string[], read: (text: string) => Promise<unknown>): Promise<void> {
  for (const text of texts) await read(text)
}

/** The best of some rounds, in milliseconds. */
async function time(work: () => unknown, rounds = ROUNDS): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await work()
    best = Math.min(best, performance.now() - started)
  }
  return best
}
