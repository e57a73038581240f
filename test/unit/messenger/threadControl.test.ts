import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createGraphClient } from '../../../src/channels/messenger/graphClient.ts'
import { createThreadControl } from '../../../src/channels/messenger/threadControl.ts'
import { type Log, silentLog } from '../../../src/kernel/log.ts'
import { testAppId } from '../../support/graphPage.ts'
import { type GraphStandIn, startGraphStandIn } from '../../support/graphStandIn.ts'
import { freePort } from '../../support/stores/freePort.ts'

const account = { pageId: '100', token: 'EAATESTTOKEN', appSecret: '0123456789abcdef0123456789abcdef' }
const inbox = '263902037430900'

describe('thread control', () => {
  let graph: GraphStandIn
  beforeAll(async () => {
    graph = await startGraphStandIn(account)
  })
  afterAll(() => graph.close())

  const control = (baseUrl = graph.url, log: Log = silentLog) =>
    createThreadControl({
      graph: createGraphClient({ baseUrl, version: 'v26.0', token: account.token, appSecret: account.appSecret }),
      pageId: account.pageId,
      log,
    })

  test('takes, tells whose it is, passes, and lets go', async () => {
    const threads = control()
    graph.threads.give('anna', inbox)
    expect(await threads.owner('anna')).toEqual({ kind: 'told', appId: inbox })
    expect(await threads.take('anna')).toEqual({ kind: 'done' })
    expect(await threads.owner('anna')).toEqual({ kind: 'told', appId: testAppId })
    expect(await threads.release('anna')).toEqual({ kind: 'done' })
    expect(await threads.owner('anna')).toEqual({ kind: 'told' })
    expect(await threads.pass('anna', '456')).toEqual({ kind: 'done' })
    expect(graph.threads.ownerOf('anna')).toBe('456')
    await threads.take('anna')
    expect(await threads.passToInbox('anna')).toEqual({ kind: 'done' })
    expect(graph.threads.ownerOf('anna')).toBe(inbox)
    expect(await threads.request('anna')).toEqual({ kind: 'done' })
    expect(graph.threads.requested).toEqual(['anna'])
    const { url, body, headers } = graph.requests.at(-1) ?? {}
    expect([url?.split('?')[0], body]).toEqual(['/v26.0/100/request_thread_control', { recipient: { id: 'anna' } }])
    expect(headers?.authorization).toBe('Bearer EAATESTTOKEN')
  })

  test('is told where Meta refuses, with its code, and writes no person into the log', async () => {
    const lines: unknown[] = []
    const note = (event: string, facts?: object) => void lines.push({ event, ...facts })
    const threads = control(graph.url, { debug: note, info: note, warn: note, error: note })
    graph.threads.setDefaultApp(false)
    graph.threads.give('anna', inbox)
    expect(await threads.take('anna')).toEqual({ kind: 'refused', code: '100' })
    expect(await threads.pass('anna', '456')).toEqual({ kind: 'refused', code: '2018300' })
    expect(await threads.release('anna')).toEqual({ kind: 'refused', code: '2018300' })
    expect(await threads.owner('anna')).toEqual({ kind: 'told' })
    graph.threads.setDefaultApp(true)
    expect(lines[0]).toEqual({ event: 'messenger.thread.refused', edge: 'take_thread_control', code: '100' })
    expect(JSON.stringify(lines)).not.toContain('anna')
  })

  test('is refused where Meta cannot be reached', async () => {
    const threads = control(`http://127.0.0.1:${await freePort()}`)
    expect(await threads.take('anna')).toEqual({ kind: 'refused', code: 'NO_CONNECTION' })
    expect(await threads.owner('anna')).toEqual({ kind: 'refused', code: 'NO_CONNECTION' })
  })
})
