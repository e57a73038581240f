import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPostgresLeave } from '../../src/handoff/postgresLeave.ts'
import { createSteps } from '../../src/handoff/postgresSteps.ts'
import { createPostgresTakeover } from '../../src/handoff/postgresTakeover.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { answeredTurn } from '../support/answeredTurn.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { takeoversOn } from '../support/takeovers.ts'

describe.each(databases)('a colleague who is gone, on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let stores: ReturnType<typeof conversationStores>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    stores = conversationStores(database)
  })
  afterAll(() => close())

  async function talk() {
    const person: string = randomUUID()
    const { claim } = await answeredTurn(stores, [], person)
    await stores.leases.abandon(claim)
    return { id: claim.conversationId, person }
  }

  const nextEvent = async (id: string) => {
    const claim = await stores.leases.claim(id)
    const event = claim && (await stores.turns.next(claim))?.event
    if (claim) await stores.leases.abandon(claim)
    return event?.activity
  }

  test('loses to the queue what the patient waits in, after thirty minutes and not before', async () => {
    const { takeover, colleague, conversation, setNow, logged } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id, person } = await talk()
    await takeover.take(id, priya)
    setNow(noon.plus({ minutes: 30, milliseconds: -1 }))
    await takeover.sweepIdle()
    expect(await conversation(id)).toMatchObject({ owner: 'staff', owner_account: priya.id })
    setNow(noon.plus({ minutes: 30 }))
    await takeover.sweepIdle()
    expect(await conversation(id)).toMatchObject({
      owner: 'nobody',
      owner_account: null,
      owner_until: null,
      taken_at: noon.plus({ minutes: 30 }).toJSDate(),
    })
    expect(logged).toEqual([expect.objectContaining({ event: 'conversation.ownerGone', conversation: id, to: 'queue' })])
    expect((await stores.transcript.read('messenger', person, 0, 100)).at(-1)?.activity).toMatchObject({
      name: 'ownerGone',
      value: 'Priya',
    })
    expect(await nextEvent(id)).toBeUndefined()
  })

  test('keeps what she attends to', async () => {
    const { takeover, colleague, conversation, setNow } = takeoversOn(database)
    const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
    const { id } = await talk()
    await takeover.take(id, priya)
    setNow(noon.plus({ minutes: 29 }))
    await takeover.attend(id, bea)
    await takeover.attend(id, priya)
    setNow(noon.plus({ minutes: 58 }))
    await takeover.sweepIdle()
    expect(await conversation(id)).toMatchObject({ owner_account: priya.id })
  })

  test('hands back to the bot what she has answered and nobody is called for', async () => {
    const { takeover, colleague, conversation, setNow, woken } = takeoversOn(database)
    const priya = await colleague('Priya')
    const [answered, called] = [await talk(), await talk()]
    for (const { id } of [answered, called]) {
      await takeover.take(id, priya)
      setNow(noon.plus({ minutes: 1 }))
      await takeover.say(id, priya, { key: 'k', text: 'done' })
    }
    await takeoversOn(database).escalate(called.id, 'crisis')
    setNow(noon.plus({ minutes: 31 }))
    woken.splice(0)
    await takeover.sweepIdle()
    expect(await conversation(answered.id)).toMatchObject({ owner: 'bot', bot_since: noon.plus({ minutes: 31 }).toJSDate() })
    expect(await conversation(called.id)).toMatchObject({ owner: 'nobody' })
    expect(await nextEvent(answered.id)).toMatchObject({ name: 'handedBack', value: 'Priya' })
    expect(woken).toContain(answered.id)
    const escalations = await database.db.selectFrom('escalations').where('conversation_id', '=', called.id).selectAll().execute()
    expect(escalations).toEqual([expect.objectContaining({ closed_at: null, alerted_at: noon.plus({ minutes: 31 }).toJSDate() })])
    const noted = await database.db
      .selectFrom('audit_log')
      .where('action', '=', 'conversation.ownerGone')
      .where('account_id', 'is', null)
      .where('subject_id', 'in', [answered.id, called.id])
      .select(['subject_id', 'details'])
      .execute()
    expect(new Map(noted.map(({ subject_id, details }) => [subject_id, details]))).toEqual(
      new Map([
        [answered.id, { to: 'bot', account: priya.id }],
        [called.id, { to: 'queue', account: priya.id }],
      ]),
    )
  })

  test.each(['crisis', 'abuse'])(
    'does not hand back to the bot what there was %s in, though she has answered and closed it',
    async (reason) => {
      const { takeover, colleague, conversation, setNow, escalate } = takeoversOn(database)
      const priya = await colleague('Priya')
      const [idle, signedOut] = [await talk(), await talk()]
      for (const { id } of [idle, signedOut]) {
        await escalate(id, reason)
        await takeover.take(id, priya)
        setNow(noon.plus({ minutes: 1 }))
        await takeover.say(id, priya, { key: 'k', text: 'done' })
        await database.db.updateTable('escalations').set({ closed_at: noon.toJSDate() }).where('conversation_id', '=', id).execute()
      }
      await takeover.attend(signedOut.id, priya)
      setNow(noon.plus({ minutes: 31 }))
      await takeover.sweepIdle()
      await takeover.leaveAll(priya.id)
      for (const { id } of [idle, signedOut]) {
        expect(await conversation(id)).toMatchObject({ owner: 'nobody' })
        expect(await nextEvent(id)).toBeUndefined()
      }
    },
  )

  test('loses the others where one of hers cannot be taken', async () => {
    const { deps, takeover, colleague, conversation, setNow, logged } = takeoversOn(database)
    const priya = await colleague('Priya')
    const [bad, good] = [await talk(), await talk()]
    for (const { id } of [bad, good]) await takeover.take(id, priya)
    setNow(noon.plus({ minutes: 30 }))
    const steps = createSteps(deps)
    const { sweepIdle } = createPostgresLeave(deps, {
      ...steps,
      write: async (place, event) => {
        if (place.id === bad.id) throw new Error('her words')
        return steps.write(place, event)
      },
    })
    await sweepIdle()
    expect(await conversation(good.id)).toMatchObject({ owner: 'nobody' })
    expect(await conversation(bad.id)).toMatchObject({ owner_account: priya.id })
    expect(logged).toContainEqual({
      event: 'conversation.stillHeld',
      conversation: bad.id,
      account: priya.id,
      cause: 'Error',
      at: expect.any(String),
    })
    await takeover.sweepIdle()
  })

  test('that two processes look at once takes it from her once', async () => {
    const { takeover, colleague, setNow } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id, person } = await talk()
    await takeover.take(id, priya)
    setNow(noon.plus({ hours: 1 }))
    await Promise.all([takeover.sweepIdle(), takeover.sweepIdle(), takeover.sweepIdle()])
    const lines = (await stores.transcript.read('messenger', person, 0, 100)).filter(({ activity }) => activity.name === 'ownerGone')
    expect(lines).toHaveLength(1)
    expect(id).toBeTruthy()
  })

  test('keeps it for now when the patient writes, or she answers, while it is being decided', async () => {
    for (const happens of ['heard', 'answered'] as const) {
      const { deps, takeover, colleague, conversation, setNow } = takeoversOn(database)
      const priya = await colleague('Priya')
      const { id, person } = await talk()
      await takeover.take(id, priya)
      await takeover.say(id, priya, { key: 'k', text: 'done' })
      setNow(noon.plus({ hours: 1 }))
      const steps = createSteps(deps)
      const { sweepIdle } = createPostgresLeave(deps, {
        ...steps,
        async write(place, event) {
          if (happens === 'heard') await stores.accept([said(person, 'one more thing', { at: 3_000 })])
          else await takeover.say(id, priya, { key: 'k2', text: 'and this' })
          return steps.write(place, event)
        },
      })
      await sweepIdle()
      expect(await conversation(id)).toMatchObject({ owner_account: priya.id })
    }
  })

  test('who is idle may still answer before anybody looks, and a colleague may take it without asking', async () => {
    const { takeover, colleague, setNow } = takeoversOn(database)
    const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
    const [one, other] = [await talk(), await talk()]
    for (const { id } of [one, other]) await takeover.take(id, priya)
    setNow(noon.plus({ minutes: 45 }))
    expect(await takeover.say(one.id, priya, { key: 'k', text: 'I am back' })).toEqual({ kind: 'said' })
    expect(await takeover.take(one.id, bea)).toMatchObject({ kind: 'held' })
    expect(await takeover.take(other.id, bea)).toEqual({ kind: 'taken' })
  })

  test('who signs out leaves all of hers, and nobody else’s', async () => {
    const { takeover, colleague, conversation, setNow } = takeoversOn(database)
    const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
    const [answered, waits, beas] = [await talk(), await talk(), await talk()]
    for (const { id } of [answered, waits]) await takeover.take(id, priya)
    await takeover.take(beas.id, bea)
    setNow(noon.plus({ minutes: 1 }))
    await takeover.say(answered.id, priya, { key: 'k', text: 'goodbye' })
    await stores.accept([said(waits.person, 'and now?', { at: 90 })])
    expect(await takeover.leaveAll(priya.id)).toBe(2)
    expect(await takeover.leaveAll(priya.id)).toBe(0)
    expect(await conversation(answered.id)).toMatchObject({ owner: 'bot' })
    expect(await conversation(waits.id)).toMatchObject({ owner: 'nobody' })
    expect(await conversation(beas.id)).toMatchObject({ owner_account: bea.id })
  })
})

describe.each(databases)('people who answer outside our console, on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let stores: ReturnType<typeof conversationStores>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    stores = conversationStores(database)
  })
  afterAll(() => close())

  async function inTheInbox() {
    const person: string = randomUUID()
    const { claim } = await answeredTurn(stores, [], person)
    await stores.outbox.note(claim, { kind: 'standBy', until: noon.plus({ hours: 24 }).toJSDate() })
    await stores.leases.abandon(claim)
    return { id: claim.conversationId, person }
  }

  test('let go of it when Meta says so', async () => {
    const { takeover, colleague, asked, conversation } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id, person } = await inTheInbox()
    expect(await takeover.take(id, priya)).toEqual({ kind: 'taken' })
    expect(asked).toEqual([`take ${person}`])
    expect(await conversation(id)).toMatchObject({ owner_account: priya.id })
  })

  test('keep it when Meta refuses, and are asked for it', async () => {
    const { takeover, colleague, asked, conversation } = takeoversOn(database, { control: () => ({ kind: 'refused', code: '100' }) })
    const priya = await colleague('Priya')
    const { id, person } = await inTheInbox()
    expect(await takeover.take(id, priya)).toEqual({ kind: 'refused', code: '100' })
    expect(asked).toEqual([`take ${person}`, `request ${person}`])
    expect(await conversation(id)).toMatchObject({ owner: 'staff', owner_account: null })
  })

  test('whose time is over do not keep it, whatever Meta says', async () => {
    const { takeover, colleague, setNow } = takeoversOn(database, { control: () => ({ kind: 'refused', code: '100' }) })
    const priya = await colleague('Priya')
    const { id } = await inTheInbox()
    setNow(noon.plus({ hours: 24 }))
    expect(await takeover.take(id, priya)).toEqual({ kind: 'taken' })
  })

  test('lose it when their time is over: to the queue where a person is called for, or there was a crisis; else to the bot', async () => {
    const { takeover, conversation, setNow, escalate } = takeoversOn(database)
    const [called, quiet, done] = [await inTheInbox(), await inTheInbox(), await inTheInbox()]
    await escalate(called.id, 'symptom')
    await escalate(quiet.id, 'crisis')
    await database.db.updateTable('escalations').set({ closed_at: noon.toJSDate() }).where('conversation_id', '=', quiet.id).execute()
    setNow(noon.plus({ hours: 24, milliseconds: -1 }))
    await takeover.sweepIdle()
    expect(await conversation(called.id)).toMatchObject({ owner: 'staff', owner_name: 'page inbox' })
    const end = noon.plus({ hours: 24 }).toJSDate()
    setNow(noon.plus({ hours: 25 }))
    await Promise.all([takeover.sweepIdle(), takeover.sweepIdle()])
    const free = { owner_account: null, owner_name: null, owner_until: null, taken_at: end }
    expect(await conversation(called.id)).toMatchObject({ ...free, owner: 'nobody', bot_since: null })
    expect(await conversation(quiet.id)).toMatchObject({ ...free, owner: 'nobody', bot_since: null })
    expect(await conversation(done.id)).toMatchObject({ ...free, owner: 'bot', bot_since: end })
    const [alerted] = await database.db.selectFrom('escalations').where('conversation_id', '=', called.id).selectAll().execute()
    expect(alerted).toMatchObject({ closed_at: null, alerted_at: noon.plus({ hours: 25 }).toJSDate() })
  })

  test('give it back when a colleague took it while Meta passed it to them', async () => {
    const { deps, takeover, colleague, asked, conversation } = takeoversOn(database)
    const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
    const { claim, person } = await answeredTurn(stores, [])
    const id = claim.conversationId
    await stores.leases.abandon(claim)
    await takeover.take(id, priya)
    const control = deps.threadControls.get('messenger')
    if (!control) throw new Error('not there')
    const overtaken = createPostgresTakeover({
      ...deps,
      threadControls: new Map([
        [
          'messenger',
          {
            ...control,
            async passToInbox(address) {
              await takeover.take(id, bea, priya.id)
              return control.passToInbox(address)
            },
          },
        ],
      ]),
    })
    expect(await overtaken.passToInbox(id, priya)).toMatchObject({ kind: 'notMine', owner: { id: bea.id } })
    expect(asked).toEqual([`passToInbox ${person}`, `take ${person}`])
    expect(await conversation(id)).toMatchObject({ owner_account: bea.id })
  })

  test('get it from a colleague, when Meta passes it and her words are on their way no more', async () => {
    const { takeover, colleague, asked, conversation } = takeoversOn(database)
    const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
    const { claim, person } = await answeredTurn(stores, [])
    const id = claim.conversationId
    await stores.leases.abandon(claim)
    await takeover.take(id, priya)
    expect(await takeover.passToInbox(id, bea)).toMatchObject({ kind: 'notMine', owner: { id: priya.id } })
    await takeover.say(id, priya, { key: 'k', text: 'I am passing you on' })
    expect(await takeover.passToInbox(id, priya)).toEqual({ kind: 'refused', code: 'STILL_SENDING' })
    await database.db.updateTable('outbox').set({ status: 'sent', settled_at: noon.toJSDate() }).where('conversation_id', '=', id).execute()
    expect(await takeover.passToInbox(id, priya)).toEqual({ kind: 'done' })
    expect(asked).toEqual([`passToInbox ${person}`])
    expect(await conversation(id)).toMatchObject({
      owner: 'staff',
      owner_account: null,
      owner_name: 'page inbox',
      owner_until: noon.plus({ hours: 24 }).toJSDate(),
    })
  })

  test('do not get it when Meta refuses: she keeps it', async () => {
    const { takeover, colleague, conversation } = takeoversOn(database, { control: () => ({ kind: 'refused', code: '10' }) })
    const priya = await colleague('Priya')
    const { claim } = await answeredTurn(stores, [])
    await takeover.take(claim.conversationId, priya)
    expect(await takeover.passToInbox(claim.conversationId, priya)).toEqual({ kind: 'refused', code: '10' })
    expect(await conversation(claim.conversationId)).toMatchObject({ owner_account: priya.id })
  })
})
