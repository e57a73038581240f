import { join } from 'node:path'
import { createRandom } from '../fuzz/random.ts'
import { expectedTexts, receivedBy, sendUntilAcknowledged } from '../support/crashBench.ts'
import { startGraphStandIn } from '../support/graphStandIn.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { type ServiceProcess, startProcess } from '../support/serviceProcess.ts'
import { startOwnStores } from '../support/stores/ownStores.ts'
import { growth, residentMB } from './memory.ts'
import { createTroubles } from './troubles.ts'

const program = join(import.meta.dirname, '../support/crashingService.ts')
const MESSAGES_A_SECOND = 15

export type SoakOptions = {
  /** It goes on for longer where there have not been `kinds` kinds of trouble by then. */
  seconds: number
  kinds?: number
  people: number
  troubleEveryMs: number
  seed: number
  tell?: (line: string) => void
}

export type SoakReport = {
  written: number
  received: number
  /** People who did not get exactly what they should, in order. */
  wrong: string[]
  troubles: Record<string, number>
  /** Of the process that lived through it all, in MB: first, highest, last. */
  memoryMB: [number, number, number]
  memoryGrowth: number
}

/**
 * A steady load on two processes with one PostgreSQL and one Redis, while one of the processes is killed or hangs, the
 * stores are restarted or hang, and Meta fails. At the end everybody must have got every answer once and in order, from a
 * bot that counts; and the process that was never killed must not have grown.
 */
export async function soak({ seconds, kinds = 0, people, troubleEveryMs, seed, tell = () => {} }: SoakOptions): Promise<SoakReport> {
  const { pageId, pageToken: token, appSecret, secretKey } = testSecrets
  const graph = await startGraphStandIn({ pageId, token, appSecret })
  const stores = await startOwnStores()
  const env = {
    LOG_LEVEL: 'error',
    ...messengerSettings(graph.url),
    DATABASE_URL: stores.postgres.url,
    REDIS_URL: stores.redis.url,
    SECRET_KEY: secretKey,
    ECHO_WAIT_MS: '15000',
  }
  const steady = await startProcess(program, env)
  let other: ServiceProcess = await startProcess(program, env)
  const random = createRandom(seed)
  const troubles = createTroubles({
    random,
    graph,
    stores,
    other: () => other,
    async restartOther() {
      other = await startProcess(program, env)
    },
  })
  graph.echoTo(() => (random.chance(0.5) ? steady.baseUrl : other.baseUrl))

  const written = new Map<string, number>()
  const memory: number[] = []
  const until = performance.now() + seconds * 1_000
  const goesOn = () => performance.now() < until || Object.keys(troubles.counts()).length < kinds

  async function write(psid: string): Promise<void> {
    while (goesOn()) {
      const n = (written.get(psid) ?? 0) + 1
      written.set(psid, n)
      await sendUntilAcknowledged(() => (random.chance(0.5) ? steady.baseUrl : other.baseUrl), psid, n)
      await pause((people / MESSAGES_A_SECOND) * 1_000 * (0.5 + random.below(1_000) / 1_000))
    }
  }

  async function makeTrouble(): Promise<void> {
    await pause(troubleEveryMs)
    while (goesOn()) {
      tell(await troubles.next())
      await pause(troubleEveryMs)
    }
  }

  async function watchMemory(): Promise<void> {
    for (let n = 0; goesOn(); n++) {
      memory.push(await residentMB(steady.pid))
      if (n % 12 === 0) tell(`${graph.messages.length} messages, ${memory.at(-1)?.toFixed(0)} MB`)
      await pause(5_000)
    }
  }

  try {
    const everybody = Array.from({ length: people }, (_, n) => `soak-${n}`)
    await Promise.all([...everybody.map(write), makeTrouble(), watchMemory()])
    await untilQuiet(() => everybody.every((psid) => receivedBy(graph, psid).length >= (written.get(psid) ?? 0) * 2))
    const wrong = everybody.flatMap((psid) => differenceOf(psid, receivedBy(graph, psid), written.get(psid) ?? 0))
    if (steady.hasEnded()) wrong.push(`the process that nobody killed ended:\n${steady.printed().slice(-2_000)}`)
    return {
      written: [...written.values()].reduce((sum, n) => sum + n, 0),
      received: graph.messages.length,
      wrong,
      troubles: troubles.counts(),
      memoryMB: [memory[0] ?? Number.NaN, Math.max(...memory), memory.at(-1) ?? Number.NaN],
      memoryGrowth: growth(memory),
    }
  } finally {
    await Promise.all([steady.kill(), other.kill()])
    await Promise.all([graph.close(), stores.close()])
  }
}

function differenceOf(psid: string, received: { text: string }[], written: number): string[] {
  const [got, due] = [received.map(({ text }) => text), expectedTexts(written)]
  const at = due.findIndex((text, n) => got[n] !== text)
  if (at < 0 && got.length === due.length) return []
  const place = at < 0 ? due.length : at
  return [
    `${psid} got ${got.length} of ${due.length}; from ${place}: ${got.slice(place, place + 4).join(', ')} in place of ${due.slice(place, place + 4).join(', ')}`,
  ]
}

/** Waits until all is there, and then a moment more for what should not come. */
async function untilQuiet(isComplete: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 60_000; !isComplete() && performance.now() < deadline; ) await pause(200)
  await pause(2_000)
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
