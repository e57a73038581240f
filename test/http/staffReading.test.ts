import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { databases } from '../support/databases.ts'
import { deskClient } from '../support/deskClient.ts'
import { type DeskApp, startDesk } from '../support/deskStandIn.ts'
import { eventually } from '../support/startService.ts'

let desk: DeskApp
let close: () => Promise<void>
let client: ReturnType<typeof deskClient>
let priya: Awaited<ReturnType<DeskApp['colleague']>>
let sam: typeof priya
let now = DateTime.utc()

beforeAll(async () => {
  const [, open] = databases[0] ?? []
  const opened = await open?.()
  if (!opened) throw new Error('There is no database.')
  close = opened.close
  desk = await startDesk(opened.database, { clock: { now: () => now } })
  client = deskClient(desk)
  priya = await desk.colleague('Priya')
  sam = await desk.colleague('Sam')
})
afterAll(async () => {
  await desk.stop()
  await close()
})

const pathOf = ({ id }: { id: string }) => `/staff/conversations/${id}`

/** One in which something was said, and that waits where somebody was called. */
async function begin({ waits }: { waits: boolean }) {
  const talk = await desk.conversations.begin({ at: now.toJSDate() })
  const { eventId } = await desk.conversations.say(talk, { at: now.toJSDate(), text: 'a secret word' })
  if (waits) await desk.conversations.call(talk, { reason: 'asked', urgency: 'soon', at: now.toJSDate(), eventId })
  return talk
}

const readings = async ({ id }: { id: string }) => (await desk.noted(id)).map(({ account_name, why }) => `${account_name}, ${why}`)

describe('what was not done', () => {
  const acts: [string, string, Record<string, string>, number][] = [
    ['reply', 'empty words', { text: ' ' }, 400],
    ['reply', 'words for a patient who is not hers', { text: 'My own words' }, 409],
    ['release', 'giving back what is not hers', {}, 409],
    ['hand-back', 'handing back what is not hers', {}, 409],
    ['pass', 'passing on to nobody', { to: 'nobody' }, 409],
  ]

  test.each(acts)('by %s (%s) shows nothing of a conversation that she may not read', async (act, _what, form, status) => {
    const talk = await begin({ waits: false })
    const answer = await client.call('POST', `${pathOf(talk)}/${act}`, { ...priya, form: { key: randomUUID(), ...form } })
    expect(answer).toMatchObject({ status, text: expect.stringMatching(/Nothing was (sent|done)/) })
    expect(answer.text).not.toMatch(/secret|talk-items/)
    if (form.text?.trim()) expect(answer.text).toContain('My own words</textarea>')
    expect(await desk.noted(talk.id)).toEqual([])
  })

  test.each(acts)('by %s (%s) shows the conversation to who may read it, and that is noted', async (act, _what, form, status) => {
    const talk = await begin({ waits: true })
    const answer = await client.call('POST', `${pathOf(talk)}/${act}`, { ...priya, form: { key: randomUUID(), ...form } })
    expect(answer).toMatchObject({ status, text: expect.stringContaining('a secret word') })
    expect(await readings(talk)).toEqual(['Priya, waiting: asked'])
  })
})

describe('the stream of a conversation', () => {
  const listen = ({ id }: { id: string }, who = priya) => client.listen(`/staff/events?show=all&conversation=${id}`, who.id)
  const shown = (told: ReturnType<typeof listen>, words: string) => eventually(() => told.text().includes(words), words)

  test('is a reading, noted once with its page, and anew after half an hour', async () => {
    const talk = await begin({ waits: true })
    const alone = listen(talk)
    await shown(alone, 'a secret word')
    expect(await readings(talk)).toEqual(['Priya, waiting: asked'])
    const paged = await begin({ waits: true })
    await client.call('GET', pathOf(paged), priya)
    const beside = listen(paged)
    await shown(beside, 'a secret word')
    expect(await readings(paged)).toEqual(['Priya, waiting: asked'])
    now = now.plus({ minutes: 31 })
    const later = listen(paged)
    await shown(later, 'a secret word')
    expect(await readings(paged)).toEqual(['Priya, waiting: asked', 'Priya, waiting: asked'])
    for (const told of [alone, beside, later]) told.close()
  })

  test('has nothing more of it when her reason has lapsed, and all the rest', async () => {
    const talk = await begin({ waits: false })
    await client.call('POST', `${pathOf(talk)}/why`, { ...priya, form: { why: 'She rang about it' } })
    const told = listen(talk)
    await shown(told, 'a secret word')
    await desk.checkStreams(priya.id)
    await desk.conversations.say(talk, { at: now.toJSDate(), text: 'and another' })
    await shown(told, 'and another')
    expect(told.text()).not.toContain('notAllowed')

    now = now.plus({ minutes: 31 })
    await desk.checkStreams(priya.id)
    await shown(told, 'event: notAllowed')
    const before = told.updates().length
    const other = await begin({ waits: true })
    await desk.conversations.say(talk, { at: now.toJSDate(), text: 'not for her' })
    await eventually(() => told.updates().length > before && told.text().includes(`q-${other.id}`))
    expect(told.text()).not.toContain('not for her')
    told.close()
  })

  test('ends at once when her session is over, and nobody else’s does', async () => {
    const talk = await begin({ waits: true })
    const leaver = await desk.colleague('Lee')
    const [hers, his] = [listen(talk, leaver), listen(talk, sam)]
    await Promise.all([hers, his].map((told) => shown(told, 'a secret word')))
    await desk.checkStreams(leaver.id)
    expect(hers.isOver()).toBe(false)
    await desk.setRoles(leaver.id, ['admin'])
    await desk.checkStreams(leaver.id)
    await eventually(() => hers.isOver())
    expect(hers.text()).toContain('event: signedOut')
    expect(his.isOver()).toBe(false)
    his.close()
  })
})
