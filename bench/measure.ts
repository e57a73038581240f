import { readFile } from 'node:fs/promises'
import type { GraphStandIn } from '../test/support/graphStandIn.ts'
import { testSecrets } from '../test/support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../test/support/messengerWebhook.ts'
import type { Target } from './targets.ts'

export type Figures = {
  target: string
  steadyAckP50: number
  steadyAckP99: number
  steadyAnswerP50: number
  steadyAnswerP99: number
  surgeAck: number
  surgeAnswered: number
  turnsPerSecond: number
  memoryMB: number
}

const SURGE = 1_000
const STEADY_SECONDS = 10
const STEADY_PER_SECOND = 100
const QUESTIONS = [
  'will it hurt?',
  'what should i wear',
  'how long does it take',
  'can i use deodorant on the day',
  'is it a lady who does it',
]

/** Steady load, then a surge in one POST, against one target. Times in milliseconds. */
export async function measure(target: Target, graph: GraphStandIn): Promise<Figures> {
  await warmUp(target, graph)
  const steady = await steadyLoad(target, graph)
  const surge = await surgeLoad(target, graph)
  return { target: target.name, ...steady, ...surge, memoryMB: await memoryOf(target.process.pid) }
}

async function warmUp(target: Target, graph: GraphStandIn): Promise<void> {
  for (let n = 0; n < 50; n++) await post(target, [message(`warm-${n}`, n)])
  await answered(graph, (psid) => psid.startsWith('warm-'), 50)
}

async function steadyLoad(target: Target, graph: GraphStandIn) {
  const acks: number[] = []
  const sentAt = new Map<string, number>()
  const began = performance.now()
  const posts: Promise<void>[] = []
  for (let n = 0; n < STEADY_SECONDS * STEADY_PER_SECOND; n++) {
    const due = began + (n * 1000) / STEADY_PER_SECOND
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    const psid = `steady-${n}`
    const at = Date.now()
    sentAt.set(psid, at)
    const start = performance.now()
    posts.push(post(target, [message(psid, n)]).then(() => void acks.push(performance.now() - start)))
  }
  await Promise.all(posts)
  const answers = await answered(graph, (psid) => sentAt.has(psid), sentAt.size)
  const waits = [...answers].map(([psid, at]) => at - (sentAt.get(psid) ?? 0))
  return {
    steadyAckP50: percentile(acks, 50),
    steadyAckP99: percentile(acks, 99),
    steadyAnswerP50: percentile(waits, 50),
    steadyAnswerP99: percentile(waits, 99),
  }
}

async function surgeLoad(target: Target, graph: GraphStandIn) {
  const items = Array.from({ length: SURGE }, (_, n) => message(`surge-${n}`, n))
  const start = performance.now()
  const posted = post(target, items).then(() => performance.now() - start)
  await answered(graph, (psid) => psid.startsWith('surge-'), SURGE)
  const surgeAnswered = performance.now() - start
  return { surgeAck: await posted, surgeAnswered, turnsPerSecond: (SURGE / surgeAnswered) * 1000 }
}

const message = (psid: string, n: number) => textMessage({ psid, mid: `m-${psid}`, text: QUESTIONS[n % QUESTIONS.length] ?? '' })

async function post(target: Target, items: ReturnType<typeof message>[]): Promise<void> {
  const response = await postWebhook(target.process.baseUrl, testSecrets.appSecret, webhookBody(items))
  await response.text()
  if (!response.ok) throw new Error(`${target.name} answered ${response.status}`)
}

/** When each person got their last message, once `people` have got one; throws after a minute. */
async function answered(graph: GraphStandIn, whose: (psid: string) => boolean, people: number): Promise<Map<string, number>> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const answers = new Map(graph.messages.filter(({ psid }) => whose(psid)).map(({ psid, at }) => [psid, at.getTime()]))
    if (answers.size >= people) return answers
    if (performance.now() > deadline) throw new Error(`${answers.size} of ${people} were answered in a minute.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024
}
