import { join } from 'node:path'
import pg from 'pg'
import { startConnectorStandIn } from '../support/connectorStandIn.ts'
import { startGraphStandIn } from '../support/graphStandIn.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { startProcess } from '../support/serviceProcess.ts'
import { createTestDatabase } from '../support/testDatabase.ts'
import { createTestRedis } from '../support/testRedis.ts'
import { createApiMessagesFuzz } from './fuzzApiMessages.ts'
import { createDirectLineFuzz } from './fuzzDirectLine.ts'
import { createWebhookFuzz } from './fuzzWebhook.ts'
import { createRandom } from './random.ts'

const AT_ONCE = 24

export type FuzzCounts = { webhook: number; directLine: number; apiMessages: number }

/** What was found: `wrong` is empty when all is well; `answered` counts the answers by status. */
export type FuzzReport = {
  wrong: string[]
  answered: Record<keyof FuzzCounts, Record<string, number>>
  messages: number
  unanswered: number
}

/**
 * Sends so many mutated requests to a service of its own on PostgreSQL and Redis, and looks for a 5xx, a crash, something
 * said to the wrong person, or something that was accepted and never finished. The seed repeats a run.
 */
export async function fuzz(counts: FuzzCounts, seed: number, tell: (line: string) => void = () => {}): Promise<FuzzReport> {
  const { pageId, pageToken: token, appSecret, secretKey } = testSecrets
  const [graph, connector] = [await startGraphStandIn({ pageId, token, appSecret }), await startConnectorStandIn()]
  const [database, redis] = [await createTestDatabase(), await createTestRedis()]
  const service = await startProcess(join(import.meta.dirname, 'fuzzedService.ts'), {
    ...messengerSettings(graph.url),
    MESSENGER_SEND_RATE: '100000',
    LOG_LEVEL: 'error',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    SECRET_KEY: secretKey,
  })
  let ended = false
  void service.exited.then(() => {
    ended = true
  })
  const random = createRandom(seed)
  const wrong: string[] = []
  const webhook = createWebhookFuzz(service.baseUrl, random)
  const directLine = await createDirectLineFuzz(service.baseUrl, random)
  const apiMessages = createApiMessagesFuzz(service.baseUrl, connector.url, random)
  try {
    for (const [name, part] of Object.entries({ webhook, directLine, apiMessages })) {
      const count = counts[name as keyof FuzzCounts]
      let sent = 0
      const sender = async () => {
        while (sent < count && !ended && wrong.length < 20) {
          sent += 1
          if (sent % 10_000 === 0) tell(`${name}: ${sent} of ${count}`)
          const fault = await part
            .send()
            .catch((error: Error) => `${name}: no answer (${(error.cause as Error)?.message ?? error.message})`)
          if (fault) wrong.push(fault)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, sender))
    }
    const unanswered = await untilFinished(database.url, () => ended)
    if (ended) wrong.push(`the service ended:\n${service.printed().slice(-3_000)}`)
    wrong.push(...webhook.misdirected(graph.messages), ...apiMessages.misdirected(connector.taken))
    const shown = (answered: Map<number, number>) => Object.fromEntries([...answered].sort())
    return {
      wrong,
      answered: { webhook: shown(webhook.answered), directLine: shown(directLine.answered), apiMessages: shown(apiMessages.answered) },
      messages: graph.messages.length + connector.taken.length,
      unanswered,
    }
  } finally {
    await service.stop()
    await Promise.all([graph.close(), connector.close()])
    await database.drop()
  }
}

/** Waits until nothing is left in the inbox; gives up after a minute. Resolves with what is left. */
async function untilFinished(databaseUrl: string, ended: () => boolean): Promise<number> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    for (const deadline = Date.now() + 60_000; ; ) {
      const { rows } = await client.query('select count(*)::int as left from inbox where done_at is null')
      if (rows[0].left === 0 || ended() || Date.now() > deadline) return rows[0].left
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    await client.end()
  }
}
