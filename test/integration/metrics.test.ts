import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { WebSocket } from 'ws'
import { limits } from '../../src/http/limits.ts'
import { metricNames } from '../rules/lib/dashboardRules.ts'
import { openChat } from '../support/chatClient.ts'
import { scrape } from '../support/exposed.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'

const dashboard = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/grafana-dashboard.json'), 'utf8'))
const p = 'screening_messenger_'
const psid = '7261524433221100'

let service: RunningService
let database: pg.Client
beforeAll(async () => {
  service = await startService()
  database = new pg.Client(service.databaseUrl)
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await service.close()
})

describe('what is measured', () => {
  test('a conversation is counted and timed in every stage', async () => {
    service.graph.setUsage({ 'X-App-Usage': JSON.stringify({ call_count: 37, total_cputime: 5, total_time: 5 }) })
    const asked = textMessage({ psid, mid: 'm-1', text: 'does it hurt, marmalade?' })
    await service.meta(asked)
    await eventually(() => service.graph.messagesTo(psid).length > 0)
    await service.meta(asked)
    await service.meta(textMessage({ psid, mid: 'm-2', text: 'I have found a lump' }), 'not an update')
    await eventually(async () => (await scrape(service.url)).sum(`${p}turns_total`, { channel: 'messenger' }) === 2)
    await eventually(async () => (await scrape(service.url)).sum(`${p}waiting`) === 0)
    const chat = await openChat(() => service.url)
    await chat.say('what should I wear')
    await chat.until('A dress or jumpsuit')
    await eventually(async () => (await database.query("select 1 from outbox where status = 'pending'")).rowCount === 0)

    const { sum } = await scrape(service.url)
    const messenger = { channel: 'messenger' }
    expect(sum(`${p}events_accepted_total`, { ...messenger, kind: 'new' })).toBe(2)
    expect(sum(`${p}events_accepted_total`, { ...messenger, kind: 'duplicate' })).toBe(1)
    expect(sum(`${p}turns_total`, { ...messenger, outcome: 'answered' })).toBe(2)
    expect(sum(`${p}turns_total`, { channel: 'directline', outcome: 'answered' })).toBe(2)
    const sent = service.graph.messagesTo(psid).length
    expect(sum(`${p}deliveries_total`, { ...messenger, outcome: 'sent', code: '' })).toBe(sent)
    for (const [stage, count] of Object.entries({ accept: 3, wait: 2, bot: 2, commit: 2, deliver: sent, whole: sent }))
      expect([stage, sum(`${p}stage_duration_seconds_count`, { ...messenger, stage })]).toEqual([stage, count])
    expect(sum(`${p}meta_usage_ratio`)).toBe(0.37)
    expect(sum(`${p}sessions_total`, { result: 'saved' })).toBe(4)
    expect(sum(`${p}look_duration_seconds_count`, { at: 'safety' })).toBeGreaterThanOrEqual(3)
    expect(sum(`${p}look_duration_seconds_count`, { at: 'classifier' })).toBeGreaterThanOrEqual(1)
    expect(sum(`${p}webhook_faults_total`)).toBe(1)
    expect(sum(`${p}escalations_open`, { urgency: 'today' })).toBe(1)
    expect(sum(`${p}log_lines_total`, { level: 'warn', event: 'escalation.opened' })).toBe(1)
    expect(sum(`${p}log_lines_by_level_total`, { level: 'error' })).toBe(0)
    expect(sum(`${p}log_lines_by_level_total`, { level: 'warn' })).toBeGreaterThan(0)
    expect(sum(`${p}http_request_duration_seconds_count`, { route: '/webhooks/messenger', method: 'POST', status: '2xx' })).toBe(3)
    expect(sum(`${p}store_up`, { store: 'database' })).toBe(1)
    expect(sum(`${p}depths_readable`)).toBe(1)
  })

  test('what waits is told with the time it has waited, and what has stopped', async () => {
    service.graph.acceptToken(undefined)
    await service.meta(textMessage({ psid: '8', mid: 'm-8', text: 'what should I wear' }))
    const found = await eventually(async () => {
      const metrics = await scrape(service.url)
      return metrics.sum(`${p}channel_stopped`, { channel: 'messenger' }) === 1 && metrics
    }, 'the stop')
    expect(found.sum(`${p}waiting`, { queue: 'outbox' })).toBeGreaterThan(0)
    expect(found.sum(`${p}waiting`, { queue: 'inbox' })).toBe(0)
    expect(found.sum(`${p}deliveries_total`, { outcome: 'channelStopped', code: '190' })).toBe(1)
    await database.query("update outbox set queued_at = now() - interval '1 hour' where status = 'pending'")
    await database.query("update escalations set promised_for = now() - interval '1 minute'")
    await database.query("update conversations set owner = 'staff', owner_until = now() + interval '1 hour' where address = '8'")
    const aged = await eventually(async () => {
      const metrics = await scrape(service.url)
      return metrics.sum(`${p}conversations_owned_by_staff`) === 1 && metrics
    }, 'the next reading')
    expect(aged.sum(`${p}escalations_overdue`)).toBe(1)
    expect(Math.round(aged.sum(`${p}waiting_oldest_seconds`, { queue: 'outbox' }) / 60)).toBe(60)
    await database.query("update conversations set owner_until = now() - interval '1 minute' where address = '8'")
    await eventually(async () => (await scrape(service.url)).sum(`${p}conversations_owned_by_staff`) === 0, 'the end of their time')
  })

  test('open streams are counted while they are open', async () => {
    const tokens = await fetch(`${service.url}/v3/directline/tokens/generate`, { method: 'POST' })
    const { token } = (await tokens.json()) as { token: string }
    const begun = await fetch(`${service.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    })
    const { streamUrl } = (await begun.json()) as { streamUrl: string }
    const socket = new WebSocket(streamUrl)
    const open = async () => (await scrape(service.url)).sum(`${p}streams_open`)
    await eventually(async () => (await open()) === 1, 'the stream')
    socket.close()
    await eventually(async () => (await open()) === 0, 'its end')
  })

  test('every metric that the dashboard asks for is there', async () => {
    const { described } = await scrape(service.url)
    const theirOwn = ['up']
    expect(metricNames(dashboard).filter((name) => !described.includes(name) && !theirOwn.includes(name))).toEqual([])
  })

  test('all names of ours keep to one prefix, and counters end in _total', async () => {
    const { text } = await scrape(service.url)
    const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => ({ name, type }))
    const ours = types.filter(({ name }) => !/^(?:process|nodejs)_/.test(name))
    expect(ours.filter(({ name }) => !name.startsWith(p))).toEqual([])
    expect(ours.filter(({ name, type }) => (type === 'counter') !== name.endsWith('_total'))).toEqual([])
    expect(ours.filter(({ name, type }) => type === 'histogram' && !name.endsWith('_seconds'))).toEqual([])
  })

  test('no label carries anything of a person, nor an id', async () => {
    const strange = webhookBody([textMessage({ psid: '9', mid: 'm-9', text: 'hello' })])
    await postWebhook(service.url, testSecrets.appSecret, strange, { 'X-Hub-Signature-256': 'sha256=marmalade' })
    await fetch(`${service.url}/marmalade/${psid}?marmalade`)
    const { samples, text } = await scrape(service.url)
    const { rows } = await database.query<{ id: string; address: string }>('select id, address from conversations')
    const values = samples.flatMap(({ name, labels }) => (name.startsWith(p) ? Object.values(labels) : []))
    for (const { id, address } of rows) expect(values.filter((value) => value === address || value.includes(id))).toEqual([])
    expect(values.filter((value) => value.includes(psid) || /[0-9a-f]{8}-[0-9a-f]{4}/.test(value))).toEqual([])
    expect(text).not.toContain('marmalade')
    const labels = new Set(samples.flatMap((sample) => (sample.name.startsWith(p) ? Object.keys(sample.labels) : [])))
    expect([...labels].sort()).toEqual(
      [
        'at',
        'channel',
        'code',
        'event',
        'kind',
        'le',
        'level',
        'limit',
        'method',
        'outcome',
        'queue',
        'result',
        'route',
        'stage',
        'status',
        'store',
        'urgency',
      ].sort(),
    )
  })

  test('every limit on requests is counted from 0 on', async () => {
    const { samples } = await scrape(service.url)
    const counted = samples.flatMap(({ name, labels }) => (name === `${p}rate_limited_total` ? [labels.limit] : []))
    expect(counted.sort()).toEqual(Object.keys(limits).sort())
  })

  test('a database that hangs does not hang a scrape', async () => {
    await eventually(async () => (await scrape(service.url)).sum(`${p}depths_readable`) === 1)
    await database.query('begin')
    await database.query('lock table escalations in access exclusive mode')
    try {
      const blind = await eventually(async () => {
        const metrics = await scrape(service.url)
        return metrics.sum(`${p}depths_readable`) === 0 && metrics
      }, 'a scrape without the database')
      expect(blind.samples.filter(({ name }) => name === `${p}waiting` || name === `${p}conversations_owned_by_staff`)).toEqual([])
      await Promise.all(Array.from({ length: 40 }, () => scrape(service.url)))
      const waiting = 'select 1 from pg_stat_activity where datname = current_database() and wait_event_type = $1'
      expect((await database.query(waiting, ['Lock'])).rowCount).toBe(1)
    } finally {
      await database.query('rollback')
    }
    await eventually(async () => (await scrape(service.url)).sum(`${p}depths_readable`) === 1, 'its return')
  })
})

describe('who may read it', () => {
  test('with METRICS_TOKEN only who knows it, without it anybody', async () => {
    const token = 'a-token-for-prometheus'
    const guarded = await startService({ settings: { METRICS_TOKEN: token } })
    const status = async (headers: Record<string, string> = {}) => (await fetch(`${guarded.url}/metrics`, { headers })).status
    expect(await status()).toBe(401)
    expect(await status({ Authorization: `Basic ${token}` })).toBe(401)
    expect(await status({ Authorization: `Bearer ${token}x` })).toBe(403)
    const wrong = await fetch(`${guarded.url}/metrics`, { headers: { Authorization: 'Bearer another' } })
    expect(await wrong.json()).toMatchObject({ error: { code: 'METRICS_TOKEN_WRONG', message: expect.stringContaining('METRICS_TOKEN') } })
    expect(await status({ Authorization: `Bearer ${token}` })).toBe(200)
    expect((await fetch(`${guarded.url}/healthz`)).status).toBe(200)
    await guarded.close()
    expect((await fetch(`${service.url}/metrics`)).status).toBe(200)
  })
})
