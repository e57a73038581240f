import { afterEach, expect, test } from '@jest/globals'
import type { Update } from '../../../src/consoles/staff/browser/update.ts'
import { createQueueFeed, type QueueFeed, type Watcher } from '../../../src/consoles/staff/queueFeed.ts'
import type { QueueView } from '../../../src/consoles/staff/queueView.ts'
import type { TalkView } from '../../../src/consoles/staff/talkView.ts'
import type { Log, LogFacts } from '../../../src/kernel/log.ts'
import { eventually } from '../../support/startService.ts'

const piece = (html: string) => ({ v: html, html })
const noList = { order: [], items: new Map() }
let feed: QueueFeed
let isBroken: boolean
let look: () => void

const queueView = {
  counts: async () => ({ waiting: 0 }),
  calls: async () => ({ waiting: 0, held: [] }),
  list: async () => ({ rows: [] }),
  shown: async () => ({ tabs: piece('tabs'), rest: piece('rest'), rows: noList }),
} as unknown as QueueView

const talkView = {
  header: async (id: string) => ({ id, address: id }),
  async read(header: { id: string }) {
    if (header.id === 'broken' && isBroken) throw new TypeError('words of a patient')
    return { header, talk: { lastSeq: 1 } }
  },
  shown: async () => ({
    ...{ header: piece('header'), window: piece('window'), drafts: piece('drafts'), compose: piece('compose'), aside: piece('aside') },
    items: noList,
  }),
} as unknown as TalkView

afterEach(() => feed.stop())

function open(): LogFacts[] {
  const warned: LogFacts[] = []
  const log = { warn: (event: string, facts: LogFacts) => void warned.push({ event, ...facts }) } as unknown as Log
  const subscribeAll = (listener: (topic: string, event: 'changed') => void) => {
    look = () => listener('', 'changed')
    return () => {}
  }
  feed = createQueueFeed({ queueView, talkView, live: { subscribeAll } as never, log, times: { lookMs: 20, restMs: 1 } })
  return warned
}

function watch(accountId: string, more: Partial<Watcher>): Update[] {
  const told: Update[] = []
  const account = { id: accountId, email: '', firstName: accountId, roles: [] }
  feed.watch({ viewer: { account, mark: '' }, ...more, send: (update) => void told.push(update) })
  return told
}

test('a conversation that cannot be shown keeps nothing else back, is logged once without a word of it, and comes when it can be', async () => {
  isBroken = true
  const warned = open()
  const hers = watch('priya', { conversationId: 'broken', look: { show: 'waiting', page: 1 } })
  const his = watch('sam', { conversationId: 'sound' })
  await eventually(() => his.length > 0 && hers.length > 0)
  expect(Object.keys(his[0]?.pieces ?? {})).toContain('talk-header')
  expect(Object.keys(hers[0]?.pieces ?? {})).toEqual(['queue-tabs', 'queue-rest'])
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(warned).toMatchObject([{ event: 'desk.notShown', part: 'talk', account: 'priya', conversation: 'broken', cause: 'TypeError' }])
  expect(JSON.stringify(warned)).not.toContain('words of a patient')
  isBroken = false
  look()
  await eventually(() => hers.some(({ pieces }) => pieces['talk-header']))
})
