import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Reply } from '../../src/conversation/activity.ts'
import type { Claim } from '../../src/conversation/claim.ts'
import { createPostgresErasure } from '../../src/conversation/postgresErasure.ts'
import { draftContext, transcriptContext } from '../../src/conversation/sealContext.ts'
import type { Drafts } from '../../src/handoff/drafts.ts'
import { createPostgresDrafts } from '../../src/handoff/postgresDrafts.ts'
import { createPostgresLeftToStaff } from '../../src/handoff/postgresLeftToStaff.ts'
import type { Colleague } from '../../src/handoff/takeover.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { takeoversOn } from '../support/takeovers.ts'

const choices = { to: [], actions: [{ type: 'messageBack', title: 'Yes', value: 'yes' }] }
const prepared: Reply[] = [
  { type: 'message', text: 'Parking is free.' },
  { type: 'message', text: 'Anything else?', suggestedActions: choices },
]

describe.each(databases)('drafts on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let stores: ReturnType<typeof conversationStores>
  let drafts: Drafts
  let priya: Colleague
  let tom: Colleague
  const woken: string[] = []
  let now = noon.plus({ minutes: 5 })

  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    stores = conversationStores(database)
    drafts = createPostgresDrafts({
      db: database.db,
      sealer: createSealer([testSecrets.secretKey]),
      clock: { now: () => now },
      draftContext,
      transcriptContext,
      channels: new Map([['messenger', { present: (reply: Reply) => (reply.text?.trim() ? [reply] : []), personDays: 7 }]]),
      wake: (ids) => void woken.push(...ids),
    })
    ;[priya, tom] = (await Promise.all(['Priya', 'Tom'].map(colleague))) as [Colleague, Colleague]
  })
  afterAll(() => close())

  async function colleague(firstName: string): Promise<Colleague> {
    const { id } = await database.db
      .insertInto('accounts')
      .values({ email: `${firstName}@example.org`.toLowerCase(), first_name: firstName, roles: ['staff'], created_at: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, firstName }
  }

  /** A turn of the bot for what somebody said, of which nothing is sent but `told`. */
  async function prepare({
    person = randomUUID() as string,
    text = 'is there parking?',
    told = [] as Reply[],
    held = prepared,
    at = 0,
  } = {}) {
    const [accepted] = await stores.accept([said(person, text, { at })])
    const conversationId = accepted?.conversationId ?? ''
    const claim = (await stores.leases.claim(conversationId)) as Claim
    const { event, ownership, arrivals } = (await stores.turns.next(claim)) ?? {}
    if (!event || !ownership) throw new Error('nothing there')
    const record = {
      event,
      outcome: 'answered' as const,
      said: { author: 'patient' as const, activity: event.activity },
      replies: told,
      held,
      seen: ownership,
    }
    await database.db
      .insertInto('escalations')
      .values({ conversation_id: conversationId, event_id: event.id, reason: 'draft', urgency: 'soon', created_at: new Date() })
      .execute()
    const committed = await stores.turns.commit(claim, record)
    const [id = ''] = (await drafts.waiting(conversationId)).slice(-1).map((draft) => draft.id)
    const letGo = () => stores.leases.release(claim, arrivals ?? 0)
    return { person, conversationId, claim, record, committed, id, event, letGo }
  }

  const lines = async (person: string) =>
    (await stores.transcript.read('messenger', person, 0, 100)).map(({ seq, author, activity }) => `${seq} ${author}: ${activity.text}`)
  const row = (id: string) => database.db.selectFrom('drafts').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  const queued = async (claim: Claim) =>
    (await stores.outbox.pending(claim)).messages.map(({ speaker, reply }) => [speaker, reply.text, reply.suggestedActions?.actions.length])
  const stillPromised = async (conversationId: string) =>
    (
      await database.db
        .selectFrom('escalations')
        .where('conversation_id', '=', conversationId)
        .where('closed_at', 'is', null)
        .select('event_id')
        .execute()
    ).length
  const owned = (conversationId: string, values: object) =>
    database.db.updateTable('conversations').set(values).where('id', '=', conversationId).execute()

  test('are made once for an event, with what is said at once, and nothing of them is sent', async () => {
    const one = await prepare({ told: [{ type: 'message', text: 'A person answers.' }] })
    expect(one.committed).toBe('committed')
    expect(await stores.turns.commit(one.claim, one.record)).toBe('stale')
    expect(await lines(one.person)).toEqual(['1 patient: is there parking?', '2 bot: A person answers.'])
    expect(await queued(one.claim)).toEqual([['bot', 'A person answers.', undefined]])
    expect(await drafts.waiting(one.conversationId)).toEqual([
      {
        id: one.id,
        conversationId: one.conversationId,
        at: noon.toJSDate(),
        messages: [{ text: 'Parking is free.' }, { text: 'Anything else?', choices: ['Yes'] }],
        text: 'Parking is free.\n\nAnything else?',
        answers: 'is there parking?',
      },
    ])
  })

  test('that no key opens any more are left out, and stand in no other’s way', async () => {
    const lost = await prepare()
    const foreign = createSealer(['another key of tests, of 32 letters and more']).seal('[]', draftContext(lost.conversationId))
    await database.db.updateTable('drafts').set({ body: foreign }).where('id', '=', lost.id).execute()
    await lost.letGo()
    const { id } = await prepare({ person: lost.person, text: 'and how long?', at: 1 })
    expect((await drafts.waiting(lost.conversationId)).map((draft) => draft.id)).toEqual([id])
  })

  test('are not made when a person took the conversation in the meantime', async () => {
    const [accepted] = await stores.accept([said('taken', 'hello')])
    const claim = (await stores.leases.claim(accepted?.conversationId ?? '')) as Claim
    const waiting = await stores.turns.next(claim)
    if (!waiting?.event) throw new Error('nothing there')
    await owned(claim.conversationId, { owner: 'staff', owner_account: tom.id })
    const record = { event: waiting.event, outcome: 'answered' as const, replies: [], held: prepared, seen: waiting.ownership }
    expect(await stores.turns.commit(claim, record)).toBe('stale')
    expect(await drafts.waiting(claim.conversationId)).toEqual([])
  })

  test('go out as they are, with their choices, as approved by a colleague', async () => {
    const { id, person, claim, conversationId, letGo } = await prepare()
    expect(await drafts.send(id, priya)).toEqual({ kind: 'done', conversationId })
    expect(await lines(person)).toEqual(['1 patient: is there parking?', '2 bot: Parking is free.', '3 bot: Anything else?'])
    expect(await queued(claim)).toEqual([
      ['staff', 'Parking is free.', undefined],
      ['staff', 'Anything else?', 1],
    ])
    const said = await database.db
      .selectFrom('transcript')
      .where('conversation_id', '=', conversationId)
      .where('seq', '>', 1)
      .selectAll()
      .execute()
    expect(said.map(({ account_id, author_name }) => [account_id, author_name])).toEqual([
      [priya.id, 'Priya'],
      [priya.id, 'Priya'],
    ])
    expect(await row(id)).toMatchObject({ outcome: 'sent', settled_by: priya.id, changed: null })
    expect(await stillPromised(conversationId)).toBe(0)
    expect(woken).toContain(conversationId)
    expect(await letGo()).toBe(false)
  })

  test('go out once, however often it is asked for', async () => {
    const { id, person, conversationId } = await prepare()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => drafts.send(id, priya)))
    expect(outcomes).toEqual(Array.from({ length: 5 }, () => ({ kind: 'done', conversationId })))
    expect(await lines(person)).toHaveLength(3)
  })

  test('of two colleagues at once one wins, and the other is told who', async () => {
    for (let n = 0; n < 10; n++) {
      const { id, person, conversationId } = await prepare()
      const outcomes = await Promise.all([drafts.send(id, priya), drafts.change(id, tom, 'It costs £2.')])
      const [first] = outcomes.filter(({ kind }) => kind === 'done')
      const [second] = outcomes.filter(({ kind }) => kind === 'settled')
      const isSent = outcomes[0]?.kind === 'done'
      expect(first).toEqual({ kind: 'done', conversationId })
      expect(second).toEqual({ kind: 'settled', conversationId, outcome: isSent ? 'sent' : 'changed', by: isSent ? 'Priya' : 'Tom' })
      expect(await lines(person)).toEqual(
        isSent
          ? ['1 patient: is there parking?', '2 bot: Parking is free.', '3 bot: Anything else?']
          : ['1 patient: is there parking?', '2 staff: It costs £2.'],
      )
    }
  })

  test('wait while a colleague has the conversation, but for her own hand', async () => {
    const { id, person, conversationId } = await prepare()
    await owned(conversationId, {
      owner: 'staff',
      owner_account: tom.id,
      taken_at: noon.toJSDate(),
      owner_until: noon.plus({ minutes: 30 }).toJSDate(),
    })
    for (const act of [() => drafts.send(id, priya), () => drafts.change(id, priya, 'No.'), () => drafts.discard(id, priya)])
      expect(await act()).toMatchObject({ kind: 'notMine', conversationId, owner: { kind: 'colleague', firstName: 'Tom' } })
    expect(await lines(person)).toHaveLength(1)
    expect(await drafts.send(id, tom)).toEqual({ kind: 'done', conversationId })
    const { owner_until } = await database.db
      .selectFrom('conversations')
      .where('id', '=', conversationId)
      .select('owner_until')
      .executeTakeFirstOrThrow()
    expect(owner_until).toEqual(now.plus({ minutes: 30 }).toJSDate())
  })

  test('wait while somebody answers in the page inbox', async () => {
    const { id, conversationId } = await prepare()
    await owned(conversationId, { owner: 'staff', owner_name: 'page inbox' })
    expect(await drafts.send(id, priya)).toMatchObject({ kind: 'notMine', owner: { kind: 'elsewhere', name: 'page inbox' } })
    expect(await drafts.waiting(conversationId)).toHaveLength(1)
  })

  test('of a conversation that is taken while one is sent, either go out before or not at all', async () => {
    for (let n = 0; n < 10; n++) {
      const { id, person, conversationId } = await prepare()
      const [outcome] = await Promise.all([drafts.send(id, priya), owned(conversationId, { owner: 'staff', owner_account: tom.id })])
      expect(await lines(person)).toHaveLength(outcome.kind === 'done' ? 3 : 1)
      expect((await row(id)).outcome).toBe(outcome.kind === 'done' ? 'sent' : null)
    }
  })

  test('are changed to a colleague’s words, without choices; before and after are kept, sealed', async () => {
    const { id, person, claim, conversationId } = await prepare()
    expect(await drafts.change(id, priya, 'Parking is £2 marmalade.')).toEqual({ kind: 'done', conversationId })
    expect(await lines(person)).toEqual(['1 patient: is there parking?', '2 staff: Parking is £2 marmalade.'])
    expect(await queued(claim)).toEqual([['staff', 'Parking is £2 marmalade.', undefined]])
    expect((await drafts.changed(100)).find((one) => one.id === id)).toEqual({
      id,
      at: now.toJSDate(),
      by: 'Priya',
      before: 'Parking is free.\n\nAnything else?',
      after: 'Parking is £2 marmalade.',
    })
    const kept = JSON.stringify(await database.db.selectFrom('drafts').selectAll().execute())
    expect(kept).not.toMatch(/marmalade|Parking/)
  })

  test('are not changed to nothing', async () => {
    const { id, conversationId } = await prepare()
    await expect(drafts.change(id, priya, '  ')).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
    expect(await drafts.waiting(conversationId)).toHaveLength(1)
  })

  test('that are discarded say nothing, and leave the promise open', async () => {
    const { id, person, claim, conversationId } = await prepare()
    expect(await drafts.discard(id, priya)).toEqual({ kind: 'done', conversationId })
    expect(await drafts.discard(id, priya)).toEqual({ kind: 'done', conversationId })
    expect(await drafts.send(id, tom)).toEqual({ kind: 'settled', conversationId, outcome: 'discarded', by: 'Priya' })
    expect(await lines(person)).toHaveLength(1)
    expect(await queued(claim)).toEqual([])
    expect(await stillPromised(conversationId)).toBe(1)
  })

  test('stand in their order; one that is discarded after a later one was sent was out of date, and no promise is left', async () => {
    const first = await prepare()
    await first.letGo()
    const second = await prepare({ person: first.person, text: 'and a lift?', at: 10 })
    const { conversationId } = first
    expect((await drafts.waiting(conversationId)).map(({ answers }) => answers)).toEqual(['is there parking?', 'and a lift?'])
    await drafts.send(second.id, priya)
    expect(await stillPromised(conversationId)).toBe(1)
    expect(await drafts.discard(first.id, priya)).toEqual({ kind: 'done', conversationId })
    expect((await row(first.id)).outcome).toBe('stale')
    expect(await stillPromised(conversationId)).toBe(0)
  })

  test('keep their promise when whoever took the conversation hands it back without an answer', async () => {
    const { conversationId, letGo } = await prepare()
    await letGo()
    const { takeover, setNow } = takeoversOn(database)
    setNow(now)
    await takeover.take(conversationId, priya)
    await takeover.handBack(conversationId, priya)
    expect(await stillPromised(conversationId)).toBe(1)
    await takeover.take(conversationId, priya)
    await takeover.say(conversationId, priya, { key: randomUUID(), text: 'It is free.' })
    await takeover.handBack(conversationId, priya)
    expect(await stillPromised(conversationId)).toBe(0)
  })

  test('that are discarded while a later one waits leave it the promise', async () => {
    const first = await prepare()
    await first.letGo()
    const second = await prepare({ person: first.person, text: 'and a lift?', at: 10 })
    await drafts.discard(first.id, priya)
    expect((await row(first.id)).outcome).toBe('discarded')
    expect(await stillPromised(first.conversationId)).toBe(1)
    await drafts.change(second.id, priya, 'Yes to both.')
    expect(await stillPromised(first.conversationId)).toBe(0)
  })

  test('wait where the channel takes nothing any more', async () => {
    const { id, conversationId } = await prepare()
    const before = now
    now = noon.plus({ days: 6 })
    const later = await prepare({ at: 1 })
    expect(await drafts.send(later.id, priya)).toEqual({ kind: 'ownWordsOnly', conversationId: later.conversationId })
    expect(await drafts.change(later.id, priya, 'I am sorry for the wait. It is free.')).toMatchObject({ kind: 'done' })
    now = noon.plus({ days: 8 })
    expect(await drafts.send(id, priya)).toEqual({ kind: 'closed', conversationId, since: noon.plus({ days: 7, minutes: -5 }).toJSDate() })
    now = before
    await owned(conversationId, { unreachable_code: '551' })
    expect(await drafts.change(id, priya, 'Hello?')).toEqual({ kind: 'closed', conversationId })
    expect((await row(id)).outcome).toBe(null)
  })

  test('are erased with the words of the conversation, and then say nothing any more', async () => {
    const [waits, changed] = [await prepare(), await prepare()]
    await drafts.change(changed.id, priya, 'No.')
    const erase = createPostgresErasure(database.db, { now: () => now }, async () => {})
    for (const { person } of [waits, changed]) await erase('messenger', person)
    expect(await row(waits.id)).toMatchObject({ body: null, outcome: 'stale', settled_by: null })
    expect(await row(changed.id)).toMatchObject({ body: null, changed: null, outcome: 'changed' })
    expect(await drafts.waiting(waits.conversationId)).toEqual([])
    expect(await drafts.send(waits.id, priya)).toEqual({ kind: 'settled', conversationId: waits.conversationId, outcome: 'stale' })
  })

  test('that nobody made are unknown', async () => {
    for (const act of [drafts.send, drafts.discard]) expect(await act(randomUUID(), priya)).toEqual({ kind: 'unknown' })
  })

  test('tell the bot whether what it asked was sent as it was', async () => {
    const left = createPostgresLeftToStaff(database.db)
    const [sent, changed, waiting] = [await prepare(), await prepare(), await prepare()]
    await drafts.send(sent.id, priya)
    await drafts.change(changed.id, priya, 'No.')
    expect(await Promise.all([sent, changed, waiting].map(({ event }) => left.wasSent(event.key)))).toEqual([true, false, false])
    expect(await left.wasSent('no event')).toBe(false)
    expect(await left.isPromised(waiting.conversationId)).toBe(false)
    await database.db.updateTable('escalations').set({ reason: 'asked' }).where('conversation_id', '=', waiting.conversationId).execute()
    expect(await left.isPromised(waiting.conversationId)).toBe(true)
  })
})
