import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type GraphStandIn, startGraphStandIn } from '../../test/support/graphStandIn.ts'
import { messengerSettings, testSecrets } from '../../test/support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../../test/support/messengerWebhook.ts'
import { type ServiceProcess, startProcess } from '../../test/support/serviceProcess.ts'
import startStores from '../../test/support/stores/start.ts'
import stopStores from '../../test/support/stores/stop.ts'
import { createTestDatabase } from '../../test/support/testDatabase.ts'
import { createTestRedis } from '../../test/support/testRedis.ts'
import { cpuSecondsOf } from '../cpuTime.ts'
import { percentile } from '../percentile.ts'
import { type Desk, liveConsole, type OpenConsole, pollingConsole, type Shows, signIn } from './consoles.ts'

const CONVERSATIONS = 500
/** Of these, so many are a colleague's: all of them stand on the page that the consoles show. The bot answers the others. */
const TAKEN = 40
const CONSOLES = 20
const SECONDS = 20
const MESSAGES_PER_SECOND = 25
const POLL_MS = 2_000

type DeskFigures = { way: string; p50: number; p99: number; missed: number; cpuShare: number; memoryMB: number }

/**
 * How soon every open console shows what a patient writes to a colleague, while the bot answers others; beside consoles that fetch their
 * page anew every two seconds. Each shows the colleague's list and one of her conversations. Times in milliseconds, from Meta's call to the last of the consoles.
 */
export async function measureDesk(): Promise<DeskFigures[]> {
  await startStores()
  const graph = await startGraphStandIn({ pageId: testSecrets.pageId, token: testSecrets.pageToken, appSecret: testSecrets.appSecret })
  const [database, redis] = await Promise.all([createTestDatabase(), createTestRedis()])
  let service: ServiceProcess | undefined
  try {
    service = await startService(graph, database.url, redis.url)
    const visitors = await signIn(service.baseUrl, codeIn(service.printed()), CONSOLES + 1)
    const conversations = await begin(service, database.url)
    const desks = visitors.map((visitor, n) => ({ visitor, conversation: conversations[n % conversations.length] ?? '' }))
    const results = [
      await measureWay('pushed to each console', service, desks, (desk, shows) => liveConsole(desk, shows)),
      await measureWay('fetched every 2 s', service, desks, (desk, shows) => pollingConsole(desk, shows, POLL_MS)),
      await measureWay('pushed, the connection lost every 3 s', service, desks, (desk, shows) => liveConsole(desk, shows, 3_000)),
    ]
    print(results)
    return results
  } finally {
    await service?.stop()
    await graph.close()
    await database.drop()
    await stopStores()
  }
}

function startService(graph: GraphStandIn, databaseUrl: string, redisUrl: string): Promise<ServiceProcess> {
  return startProcess(`${import.meta.dirname}/../../src/main.ts`, {
    LOG_LEVEL: 'warn',
    TRUSTED_PROXIES: '1',
    ...messengerSettings(graph.url),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SECRET_KEY: testSecrets.secretKey,
  })
}

function codeIn(printed: string): string {
  const code = /with the code (\S+)/.exec(printed)?.[1]
  if (!code) throw new Error('The service printed no code for the first account.')
  return code
}

/** Five hundred people write once, and a colleague takes some of their conversations. */
async function begin({ baseUrl }: ServiceProcess, databaseUrl: string): Promise<string[]> {
  for (let first = 0; first < CONVERSATIONS; first += 100)
    await post(
      baseUrl,
      Array.from({ length: 100 }, (_, n) => ({ psid: `person-${first + n}`, text: 'hello' })),
    )
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  while ((await client.query('select from inbox where done_at is null')).rowCount) await setTimeout(200)
  const { rows } = await client.query<{ id: string }>(
    `update conversations set owner = 'staff', owner_account = (select id from accounts limit 1), owner_name = 'Bea', taken_at = now(),
      owner_until = now() + interval '1 hour' where address = any($1) returning id`,
    [Array.from({ length: TAKEN }, (_, n) => `person-${n}`)],
  )
  await client.end()
  return rows.map(({ id }) => id)
}

let written = 0

async function measureWay(
  way: string,
  { baseUrl, pid }: ServiceProcess,
  desks: Desk[],
  open: (desk: Desk, shows: Shows) => Promise<OpenConsole>,
): Promise<DeskFigures> {
  console.log(`measuring ${way} …`)
  const shown = new Map<string, Map<number, number>>()
  const consoles = await Promise.all(
    desks.slice(0, CONSOLES).map((desk, n) =>
      open(desk, (mark, at) => {
        const by = shown.get(mark)
        if (by && !by.has(n)) by.set(n, at)
      }),
    ),
  )
  await setTimeout(POLL_MS + 500)
  const cpuBefore = await cpuSecondsOf(pid)
  const began = performance.now()
  const sentAt = new Map<string, number>()
  for (let n = 0; n < SECONDS * MESSAGES_PER_SECOND; n++) {
    await setTimeout(Math.max(0, began + (n * 1000) / MESSAGES_PER_SECOND - performance.now()))
    written++
    if (written % 2) {
      void post(baseUrl, [{ psid: `person-${TAKEN + (written % (CONVERSATIONS - TAKEN))}`, text: 'what should I wear?' }])
      continue
    }
    const mark = `bench-${written}`
    shown.set(mark, new Map())
    sentAt.set(mark, performance.now())
    void post(baseUrl, [{ psid: `person-${(written / 2) % TAKEN}`, text: `${mark} please` }])
  }
  const cpuShare = (await cpuSecondsOf(pid)) - cpuBefore
  const seconds = (performance.now() - began) / 1000
  await setTimeout(POLL_MS * 2)
  for (const console of consoles) await console.close()
  const everywhere = [...sentAt].flatMap(([mark, at]) => {
    const by = shown.get(mark)
    return by?.size === CONSOLES ? [Math.max(...by.values()) - at] : []
  })
  const missed = sentAt.size - everywhere.length
  return {
    way,
    p50: percentile(everywhere, 50),
    p99: percentile(everywhere, 99),
    missed,
    cpuShare: cpuShare / seconds,
    memoryMB: await memoryOf(pid),
  }
}

async function post(baseUrl: string, messages: { psid: string; text: string }[]): Promise<void> {
  const items = messages.map(({ psid, text }) => textMessage({ psid, mid: `${psid}-${randomUUID()}`, text, at: Date.now() }))
  // What is not taken is sent again, as Meta does.
  while (!(await postWebhook(baseUrl, testSecrets.appSecret, webhookBody(items))).ok) await setTimeout(200)
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

function print(results: DeskFigures[]): void {
  const [pushed] = results
  console.log(
    `\n${CONVERSATIONS} conversations, ${CONSOLES} consoles, ${MESSAGES_PER_SECOND} messages a second: until every console shows it`,
  )
  for (const { way, p50, p99, missed, cpuShare, memoryMB } of results)
    console.log(
      `  ${way.padEnd(40)} p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms (${(p50 / (pushed?.p50 ?? p50)).toFixed(1)} x), not shown everywhere ${missed}, processor ${(cpuShare * 100).toFixed(0)} %, ${memoryMB.toFixed(0)} MB`,
    )
}
