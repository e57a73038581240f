import { beforeEach, expect, test } from '@jest/globals'
import type { TalkView } from '../../../src/consoles/staff/talkView.ts'
import { createWatchedTalks } from '../../../src/consoles/staff/watchedTalks.ts'

const LONG_MS = 60_000
let reads: string[]
let isBroken: boolean

const talkView = {
  header: async (id: string) => (id === 'gone' ? undefined : { id, address: `address of ${id}` }),
  async read(header: { id: string }) {
    if (isBroken) throw new Error('no answer')
    reads.push(header.id)
    return { header }
  },
} as unknown as TalkView

beforeEach(() => {
  reads = []
  isBroken = false
})

async function lookAt(talks: ReturnType<typeof createWatchedTalks>, ids: string[], isNew = false) {
  const read = talks.look()
  return Promise.all(ids.map((id) => read(id, isNew)))
}

test('a conversation is read once for all who look, and again only when something was heard of it', async () => {
  const talks = createWatchedTalks(talkView, LONG_MS)
  const [first] = await lookAt(talks, ['a', 'a', 'b'])
  expect(reads).toEqual(['a', 'b'])
  talks.heard('address of b')
  talks.heard('address of somebody else')
  const [again] = await lookAt(talks, ['a', 'b'])
  expect(reads).toEqual(['a', 'b', 'b'])
  expect(again).toBe(first)
  await lookAt(talks, ['a', 'b'])
  expect(reads).toHaveLength(3)
})

test('everything is read again after a gap in listening', async () => {
  const talks = createWatchedTalks(talkView, LONG_MS)
  await lookAt(talks, ['a', 'b'])
  talks.heard(undefined)
  await lookAt(talks, ['a', 'b'])
  expect(reads).toEqual(['a', 'b', 'a', 'b'])
})

test('who opens a conversation gets it as it is now', async () => {
  const talks = createWatchedTalks(talkView, LONG_MS)
  await lookAt(talks, ['a'])
  await lookAt(talks, ['a'], true)
  expect(reads).toEqual(['a', 'a'])
})

test('what nobody is told of is found after a while', async () => {
  const talks = createWatchedTalks(talkView, 1)
  await lookAt(talks, ['a'])
  await new Promise((resolve) => setTimeout(resolve, 20))
  await lookAt(talks, ['a'])
  expect(reads).toEqual(['a', 'a'])
})

test('what could not be read is read at the next look, though nothing more is heard of it', async () => {
  const talks = createWatchedTalks(talkView, LONG_MS)
  await lookAt(talks, ['a'])
  talks.heard('address of a')
  isBroken = true
  await expect(lookAt(talks, ['a'])).rejects.toThrow('no answer')
  isBroken = false
  await lookAt(talks, ['a'])
  expect(reads).toEqual(['a', 'a'])
})

test('what is not there any more is nothing', async () => {
  expect(await lookAt(createWatchedTalks(talkView, LONG_MS), ['gone'])).toEqual([undefined])
})
