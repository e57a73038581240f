import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/storage/postgres/database.ts'
import { answeredTurn } from '../support/answeredTurn.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { takeoversOn } from '../support/takeovers.ts'

describe.each(databases)('taking over on %s', (_name, open) => {
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

  /** A person who has written, and was answered. */
  async function talk(person: string = randomUUID()) {
    const { claim } = await answeredTurn(stores, [], person)
    await stores.leases.abandon(claim)
    return { id: claim.conversationId, person, claim }
  }

  const transcriptOf = async (person: string) =>
    (await stores.transcript.read('messenger', person, 0, 100)).map(({ author, activity }) =>
      activity.type === 'event' ? `${author}: ${activity.name} ${activity.value}` : `${author}: ${activity.text}`,
    )

  test('of fifty colleagues at once one has it, and the others are told who', async () => {
    const { takeover, colleague, woken } = takeoversOn(database)
    const { id, person } = await talk()
    const colleagues = await Promise.all(Array.from({ length: 50 }, (_, n) => colleague(`Colleague ${n}`)))
    const results = await Promise.all(colleagues.map((by) => takeover.take(id, by)))
    const winner = colleagues[results.findIndex(({ kind }) => kind === 'taken')]
    expect(results.filter(({ kind }) => kind === 'taken')).toHaveLength(1)
    const others = results.filter(({ kind }) => kind === 'held')
    expect(others).toHaveLength(49)
    for (const result of others)
      expect(result).toMatchObject({ owner: { kind: 'colleague', id: winner?.id, firstName: winner?.firstName } })
    expect(woken).toEqual([id])
    expect(await transcriptOf(person)).toEqual([
      'patient: hello',
      `system: takenOver ${winner?.firstName}`,
      `staff: Hello, my name is ${winner?.firstName}. I am from the Harbourside Screening team, and I am reading your messages.`,
    ])
  })

  test('taking what is hers already changes nothing, and keeps it longer', async () => {
    const { takeover, colleague, setNow, conversation, outboxOf } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id } = await talk()
    expect(await takeover.take(id, priya)).toEqual({ kind: 'taken' })
    setNow(noon.plus({ minutes: 20 }))
    expect(await takeover.take(id, priya)).toEqual({ kind: 'mine' })
    expect(await outboxOf(id)).toHaveLength(1)
    expect((await conversation(id)).owner_until).toEqual(noon.plus({ minutes: 50 }).toJSDate())
  })

  test('from a colleague it is taken knowingly, while she still has it', async () => {
    const { takeover, colleague, conversation } = takeoversOn(database)
    const [ann, bea, cara] = [await colleague('Ann'), await colleague('Bea'), await colleague('Cara')]
    const { id } = await talk()
    await takeover.take(id, ann)
    expect(await takeover.take(id, bea)).toMatchObject({ kind: 'held', owner: { id: ann.id } })
    expect(await takeover.take(id, bea, cara.id)).toMatchObject({ kind: 'held' })
    const both = await Promise.all([takeover.take(id, bea, ann.id), takeover.take(id, cara, ann.id)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['held', 'taken'])
    const winner = both[0]?.kind === 'taken' ? bea : cara
    expect(await conversation(id)).toMatchObject({ owner: 'staff', owner_account: winner.id, owner_name: winner.firstName })
    expect(await takeover.say(id, ann, { key: 'k', text: 'too late' })).toMatchObject({ kind: 'notMine', owner: { id: winner.id } })
  })

  test('of a conversation that there is not nothing is taken', async () => {
    const { takeover, colleague } = takeoversOn(database)
    const ann = await colleague('Ann')
    for (const id of [randomUUID(), 'no id']) {
      expect(await takeover.take(id, ann)).toEqual({ kind: 'unknown' })
      expect(await takeover.say(id, ann, { key: 'k', text: 'hello' })).toEqual({ kind: 'unknown' })
      expect(await takeover.release(id, ann)).toEqual({ kind: 'unknown' })
    }
  })

  test('a turn that was decided before somebody took it writes nothing', async () => {
    const { takeover, colleague } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id, person } = await talk()
    await stores.accept([said(person, 'are you there?', { at: 1 })])
    const claim = await stores.leases.claim(id)
    const waiting = claim && (await stores.turns.next(claim))
    if (!claim || !waiting?.event) throw new Error('nothing there')
    const record = {
      event: waiting.event,
      outcome: 'answered',
      replies: [{ type: 'message', text: 'over her' }],
      seen: waiting.ownership,
    } as const
    await takeover.take(id, priya)
    expect(await stores.turns.commit(claim, { ...record, replies: [...record.replies] })).toBe('stale')
    await takeover.handBack(id, priya)
    expect(await stores.turns.commit(claim, { ...record, replies: [...record.replies] })).toBe('stale')
    expect((await transcriptOf(person)).join()).not.toContain('over her')
  })

  test('a worker that has the conversation does not let go of it without looking', async () => {
    const { takeover, colleague } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { claim, arrivals, person } = await answeredTurn(stores, ['an answer'])
    await takeover.take(claim.conversationId, priya)
    expect(await stores.leases.release(claim, arrivals)).toBe(false)
    const again = await stores.turns.next(claim)
    expect(again?.ownership).toMatchObject({ owner: 'staff', account: priya.id, name: 'Priya' })
    await takeover.say(claim.conversationId, priya, { key: 'k', text: 'hello' })
    expect(await stores.leases.release(claim, again?.arrivals ?? 0)).toBe(false)
    expect((await stores.outbox.pending(claim)).messages.map(({ speaker, account, reply }) => [speaker, account, reply.text])).toEqual([
      ['bot', undefined, 'an answer'],
      ['service', priya.id, expect.stringContaining('my name is Priya')],
      ['staff', priya.id, 'hello'],
    ])
    expect((await stores.outbox.pending(claim)).permission.holder).toEqual({ kind: 'colleague', account: priya.id })
    expect(person).toBeTruthy()
  })

  test('the same words are said once, however often they are sent', async () => {
    const { takeover, colleague, outboxOf } = takeoversOn(database)
    const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
    const { id, person } = await talk()
    await takeover.take(id, priya)
    const results = await Promise.all(Array.from({ length: 10 }, () => takeover.say(id, priya, { key: 'one', text: 'Good morning' })))
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['said']))
    expect((await transcriptOf(person)).filter((line) => line === 'staff: Good morning')).toHaveLength(1)
    expect((await outboxOf(id)).filter(({ speaker }) => speaker === 'staff')).toHaveLength(1)
    await takeover.take(id, bea, priya.id)
    expect(await takeover.say(id, priya, { key: 'one', text: 'Good morning' })).toEqual({ kind: 'said' })
    expect(await takeover.say(id, priya, { key: 'two', text: 'Good morning' })).toMatchObject({
      kind: 'notMine',
      owner: { firstName: 'Bea' },
    })
  })

  test('an answer ends what staff were called for, but for danger', async () => {
    const { takeover, colleague, escalate, escalationsOf } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id } = await talk()
    await escalate(id, 'asked')
    await escalate(id, 'crisis')
    await takeover.take(id, priya)
    await takeover.say(id, priya, { key: 'k', text: 'I am here' })
    expect((await escalationsOf(id)).sort((a, b) => (a.reason < b.reason ? -1 : 1))).toEqual([
      { reason: 'asked', closed_as: 'answered', closed_by: priya.id },
      { reason: 'crisis', closed_as: null, closed_by: null },
    ])
    await takeover.handBack(id, priya)
    expect((await escalationsOf(id)).find(({ reason }) => reason === 'crisis')).toMatchObject({
      closed_as: 'handedBack',
      closed_by: priya.id,
    })
  })

  test('handed back, the bot is woken to say so; and the whole way goes a second time', async () => {
    const { takeover, colleague, conversation, setNow } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id, person } = await talk()
    for (const round of [1, 2]) {
      setNow(noon.plus({ minutes: round }))
      expect(await takeover.take(id, priya)).toEqual({ kind: 'taken' })
      expect(await takeover.say(id, priya, { key: `k${round}`, text: `words ${round}` })).toEqual({ kind: 'said' })
      expect(await takeover.handBack(id, priya)).toEqual({ kind: 'done' })
      expect(await takeover.handBack(id, priya)).toEqual({ kind: 'notMine', owner: { kind: 'bot' } })
      expect(await conversation(id)).toMatchObject({ owner: 'bot', owner_account: null, owner_name: null, owner_until: null })
      const claim = await stores.leases.claim(id)
      const waiting = claim && (await stores.turns.next(claim))
      expect(waiting?.ownership).toMatchObject({ owner: 'bot', botSince: noon.plus({ minutes: round }).toJSDate() })
      expect(waiting?.event).toMatchObject({ kind: 'said', activity: { type: 'event', name: 'handedBack', value: 'Priya' } })
      if (!claim || !waiting?.event) throw new Error('nothing there')
      const replies = [{ type: 'message', text: `back ${round}` }]
      expect(await stores.turns.commit(claim, { event: waiting.event, outcome: 'answered', replies, seen: waiting.ownership })).toBe(
        'committed',
      )
      await stores.leases.abandon(claim)
    }
    expect((await transcriptOf(person)).filter((line) => !line.includes('my name is'))).toEqual([
      'patient: hello',
      ...[1, 2].flatMap((round) => ['system: takenOver Priya', `staff: words ${round}`, 'system: handedBack Priya', `bot: back ${round}`]),
    ])
  })

  test('released, it is nobody’s: the bot does not answer, and anybody takes it', async () => {
    const { takeover, colleague } = takeoversOn(database)
    const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
    const { id } = await talk()
    await takeover.take(id, priya)
    expect(await takeover.release(id, bea)).toMatchObject({ kind: 'notMine', owner: { id: priya.id } })
    expect(await takeover.release(id, priya)).toEqual({ kind: 'done' })
    expect(await takeover.take(id, bea)).toEqual({ kind: 'taken' })
  })

  test('passed, the other has it and is introduced; not to somebody who has left', async () => {
    const { takeover, colleague, conversation } = takeoversOn(database)
    const [priya, bea, gone] = [await colleague('Priya'), await colleague('Bea'), await colleague('Gone')]
    await database.db.updateTable('accounts').set({ disabled_at: noon.toJSDate() }).where('id', '=', gone.id).execute()
    const { id, person } = await talk()
    await takeover.take(id, priya)
    expect(await takeover.pass(id, priya, gone)).toEqual({ kind: 'unknown' })
    expect(await takeover.pass(id, bea, priya)).toMatchObject({ kind: 'notMine' })
    expect(await takeover.pass(id, priya, bea)).toEqual({ kind: 'done' })
    expect(await conversation(id)).toMatchObject({ owner_account: bea.id })
    expect((await transcriptOf(person)).slice(-2)).toEqual([
      'system: passed Bea',
      'staff: Hello, my name is Bea. I am from the Harbourside Screening team, and I am taking over from Priya.',
    ])
  })

  test('where the channel takes nothing now there is no greeting, and after seven days nothing can be said', async () => {
    const { takeover, colleague, setNow, outboxOf } = takeoversOn(database)
    const priya = await colleague('Priya')
    const { id } = await talk()
    setNow(noon.plus({ hours: 24, minutes: -5 }))
    await takeover.take(id, priya)
    expect(await outboxOf(id)).toEqual([])
    const end = noon.plus({ days: 7, minutes: -5 })
    setNow(end.minus({ milliseconds: 1 }))
    expect(await takeover.say(id, priya, { key: 'a', text: 'still' })).toEqual({ kind: 'said' })
    setNow(end)
    expect(await takeover.say(id, priya, { key: 'b', text: 'too late' })).toEqual({ kind: 'closed', since: end.toJSDate() })
    expect(await outboxOf(id)).toHaveLength(1)
    await takeover.handBack(id, priya)
    const claim = await stores.leases.claim(id)
    expect(claim && (await stores.turns.next(claim))?.event).toBeUndefined()
  })

  test('on a Bot Framework channel an agent hub hears of it', async () => {
    const { takeover, colleague } = takeoversOn(database)
    const priya = await colleague('Priya')
    const address = `teams|${randomUUID()}`
    const [accepted] = await stores.accept([{ ...said(address, 'hello'), channel: 'botframework' }])
    const id = accepted?.conversationId ?? ''
    await takeover.take(id, priya)
    await takeover.handBack(id, priya)
    const lines = (await stores.transcript.read('botframework', address, 0, 100)).map(({ author, activity }) => [
      author,
      activity.name,
      activity.value,
    ])
    expect(lines).toEqual([
      ['system', 'takenOver', 'Priya'],
      ['system', 'handoff.status', { state: 'accepted' }],
      ['staff', undefined, undefined],
      ['system', 'handedBack', 'Priya'],
      ['system', 'handoff.status', { state: 'completed' }],
    ])
  })

  test.each(['crisis', 'abuse'])(
    'after %s, however long ago, nothing greets the patient by itself; an agent hub hears of it',
    async (reason) => {
      const { takeover, colleague, escalate } = takeoversOn(database)
      const [priya, bea] = [await colleague('Priya'), await colleague('Bea')]
      const address = `teams|${randomUUID()}`
      const [accepted] = await stores.accept([{ ...said(address, 'hello'), channel: 'botframework' }])
      const id = accepted?.conversationId ?? ''
      await escalate(id, reason)
      await database.db.updateTable('escalations').set({ closed_at: noon.toJSDate() }).where('conversation_id', '=', id).execute()
      await takeover.take(id, priya)
      await takeover.pass(id, priya, bea)
      await takeover.say(id, bea, { key: 'k', text: 'my own words' })
      const lines = (await stores.transcript.read('botframework', address, 0, 100)).map(({ author, activity }) => [
        author,
        activity.name ?? activity.text,
      ])
      expect(lines).toEqual([
        ['system', 'takenOver'],
        ['system', 'handoff.status'],
        ['system', 'passed'],
        ['system', 'handoff.status'],
        ['staff', 'my own words'],
      ])
    },
  )
})
