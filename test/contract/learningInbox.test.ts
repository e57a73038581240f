import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Into, LearningInbox, LearningReason } from '../../src/content/learningInbox.ts'
import { createPostgresErasure } from '../../src/conversation/postgresErasure.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { noon } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { answered, learningMessages, notUnderstood, unsure } from '../support/learningMessages.ts'

const done: Into = async () => ({ kind: 'done' })

describe.each(databases)('messages to learn from, on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let messages: ReturnType<typeof learningMessages>
  let inbox: LearningInbox
  let priya: { id: string; firstName: string }
  let sam: { id: string; firstName: string }
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    messages = learningMessages(database)
    inbox = messages.inbox()
    ;[priya, sam] = [await messages.colleague('Priya'), await messages.colleague('Sam')]
  })
  afterAll(() => close())
  beforeEach(() => messages.clear())

  const offered = async (reason?: LearningReason) => (await inbox.list({ page: 1, ...(reason && { reason }) })).groups
  const texts = async (reason?: LearningReason) => (await offered(reason)).flatMap((group) => group.messages.map(({ text }) => text))
  const idOf = async (text: string) =>
    (await offered()).flatMap((group) => group.messages).find((message) => message.text === text)?.id ?? ''

  test('are those that were not understood, unsure, hardly sure, and no others', async () => {
    await messages.say('zebra crossing', notUnderstood, { at: 1 })
    await messages.say('car thing', unsure, { at: 2 })
    await messages.say('the lorry place', answered(0.5), { at: 3 })
    await messages.say('where do I park', answered(0.9), { at: 4 })
    await messages.say('I have found a lump', { kind: 'danger', danger: 'symptom', intents: [], likely: [] }, { at: 5 })
    await messages.say('yes', undefined, { at: 6 })
    expect(await texts()).toEqual(['the lorry place', 'car thing', 'zebra crossing'])
    expect(await texts('unsure')).toEqual(['car thing'])
    expect(await texts('lowConfidence')).toEqual(['the lorry place'])
    const { byReason } = await inbox.list({ page: 1 })
    expect(byReason).toEqual({ notUnderstood: 1, unsure: 1, lowConfidence: 1, unhelpful: 0, corrected: 0 })
  })

  test('are those whose answer the patient says did not help', async () => {
    const { person, key } = await messages.say('does the plate pinch', answered(0.95))
    await messages.say('no', undefined, { person, at: 1, vote: { eventKey: key, helped: false } })
    expect((await offered('unhelpful')).flatMap((group) => group.messages)).toMatchObject([
      { text: 'does the plate pinch', reasons: ['unhelpful'], made: { kind: 'answered', intents: ['parking'] } },
    ])
  })

  test('are those whose draft a colleague changed or discarded, with what she wrote instead, masked', async () => {
    const [changed, discarded, sent] = [
      await messages.say('is the van cold', answered(0.95), { held: 'It is free.', at: 1 }),
      await messages.say('is the van loud', answered(0.95), { held: 'It is free.', at: 2 }),
      await messages.say('is the van free', answered(0.95), { held: 'It is free.', at: 3 }),
    ]
    await messages.settleDraft(changed.eventId, priya.id, 'changed', 'Bring a cardigan, Margaret.')
    await messages.settleDraft(discarded.eventId, priya.id, 'discarded')
    await messages.settleDraft(sent.eventId, priya.id, 'sent')
    await messages.staffSay(sent.conversationId, 'Anything else?')
    const found = (await offered('corrected')).flatMap((group) => group.messages)
    expect(found.map(({ text, instead }) => [text, instead]).sort()).toEqual([
      ['is the van cold', ['Bring a cardigan, •••.']],
      ['is the van loud', []],
    ])
  })

  test('are those after which a colleague answered herself, unless the bot had called for her', async () => {
    const wrong = await messages.say('is there a lift', answered(0.95), { at: 1 })
    await messages.say('no I mean a lift for wheelchairs', answered(0.95), { person: wrong.person, at: 2 })
    await messages.staffSay(wrong.conversationId, 'Yes, there is one on the van.')
    const called = await messages.say('I want to complain', answered(0.95), { at: 3 })
    await database.db
      .insertInto('escalations')
      .values({
        conversation_id: called.conversationId,
        event_id: called.eventId,
        reason: 'asked',
        urgency: 'soon',
        created_at: noon.toJSDate(),
      })
      .execute()
    await messages.staffSay(called.conversationId, 'I am sorry to hear that.')
    const found = (await offered('corrected')).flatMap((group) => group.messages)
    expect(found.map(({ text }) => text).sort()).toEqual(['is there a lift', 'no I mean a lift for wheelchairs'])
    expect(found[0]?.instead).toEqual(['Yes, there is one on the van.'])
  })

  test('are masked, and the same words of several people are one, with a count', async () => {
    await messages.say('My name is Jane Smith, is there a  CRECHE', notUnderstood, { at: 1 })
    await messages.say('my name is Priya Patel, is there a creche', unsure, { at: 2 })
    await messages.say('is there a creche', notUnderstood, { at: 3 })
    await messages.say('Is there a creche', notUnderstood, { at: 4 })
    await messages.say('is  there a crèche 🙂', notUnderstood, { at: 5 })
    const found = (await offered()).flatMap((group) => group.messages)
    expect(found.map(({ text, count, hidden, reasons }) => [text, count, hidden, reasons])).toEqual([
      ['Is there a creche', 2, [], ['notUnderstood']],
      ['my name is •••, is there a creche', 2, ['name'], ['notUnderstood', 'unsure']],
      ['is  there a crèche 🙂', 1, [], ['notUnderstood']],
    ])
    expect(found[0]?.last).toEqual(noon.plus({ seconds: 4 }).toJSDate())
  })

  test('are grouped by their meaning, the biggest group first, then the newest', async () => {
    const meanings: Record<string, number[]> = {
      'is there a creche': [1, 0],
      'who minds my kids': [0.9, 0.436],
      'can I bring my dog': [0, 1],
    }
    await messages.say('is there a creche', notUnderstood, { at: 1 })
    await messages.say('who minds my kids', unsure, { at: 2 })
    await messages.say('can I bring my dog', notUnderstood, { at: 9 })
    const alike = messages.inbox({ embed: async (text) => new Float32Array(meanings[text] ?? [0, 0]) })
    const { groups, found } = await alike.list({ page: 1 })
    expect(groups.map((group) => group.messages.map(({ text }) => text))).toEqual([
      ['who minds my kids', 'is there a creche'],
      ['can I bring my dog'],
    ])
    expect(groups[0]).toMatchObject({ count: 2, last: noon.plus({ seconds: 2 }).toJSDate(), likely: ['parking', 'directions'] })
    expect(found).toEqual({ groups: 2, messages: 3 })
  })

  test('are grouped by shared stems where there is no sentence model', async () => {
    await messages.say('is there parking for blue badges', notUnderstood, { at: 1 })
    await messages.say('blue badge parked', notUnderstood, { at: 2 })
    await messages.say('can I bring my dog', notUnderstood, { at: 3 })
    expect((await offered()).map((group) => group.messages.length)).toEqual([2, 1])
  })

  test('are shown in pages of ten groups', async () => {
    const things = 'apples bears cranes dolphins eagles foxes goats hares iguanas jackals kites lions'.split(' ')
    for (const [n, thing] of things.entries()) await messages.say(`${thing} ${thing}ville`, notUnderstood, { at: n })
    expect((await inbox.list({ page: 1 })).groups).toHaveLength(10)
    expect((await inbox.list({ page: 2 })).groups).toHaveLength(2)
    expect((await inbox.list({ page: 3 })).groups).toEqual([])
  })

  test('are not offered where they are an example already', async () => {
    await messages.say('Is there  a creche', notUnderstood)
    expect(await messages.inbox({ examples: async () => ['is there a creche'] }).list({ page: 1 })).toMatchObject({ groups: [] })
  })

  test('are not offered once their words are erased', async () => {
    const { person, conversationId } = await messages.say('is there a creche', notUnderstood)
    const claim = await messages.leases.claim(conversationId)
    if (claim) await messages.outbox.settleAll(claim, { status: 'withheld', code: 'TEST' }, ['bot'])
    await createPostgresErasure(database.db, { now: () => noon }, async () => {})('messenger', person)
    expect(await texts()).toEqual([])
    expect(await inbox.recentMessages(10)).toEqual([])
  })

  test.each(['added', 'begun', 'outOfScope', 'aside'] as const)('are never offered again once they are settled (%s)', async (as) => {
    await messages.say('is there a creche', notUnderstood)
    await messages.say('another thing', notUnderstood)
    const ids = [await idOf('is there a creche')]
    expect(await inbox.settle({ ids, as, by: priya }, done)).toEqual({ kind: 'settled' })
    await messages.say('IS THERE a creche', notUnderstood, { at: 60 })
    expect(await texts()).toEqual(['another thing'])
    expect(JSON.stringify(await database.db.selectFrom('learning_settled').selectAll().execute())).not.toContain('creche')
  })

  test('are settled in one transaction with the draft: what fails or is refused leaves both as they were', async () => {
    await messages.say('is there a creche', notUnderstood)
    const ids = [await idOf('is there a creche')]
    const write: Into = async (trx) => {
      await trx
        .insertInto('data_deletions')
        .values({ code: 'as a draft', person_digest: 'x', requested_at: new Date(), erased: 0 })
        .execute()
      return { kind: 'done' }
    }
    const drafted = async () =>
      (await database.db.selectFrom('data_deletions').where('code', '=', 'as a draft').selectAll().execute()).length
    const fails: Into = async (trx) => {
      await write(trx)
      throw new Error('the draft is away')
    }
    await expect(inbox.settle({ ids, as: 'added', by: priya }, fails)).rejects.toThrow('the draft is away')
    const refuses: Into = async (trx) => {
      await write(trx)
      return { kind: 'refused', reasons: ['A near-duplicate.'] }
    }
    expect(await inbox.settle({ ids, as: 'added', by: priya }, refuses)).toEqual({ kind: 'refused', reasons: ['A near-duplicate.'] })
    expect([await drafted(), await texts()]).toEqual([0, ['is there a creche']])
    expect(await inbox.settle({ ids, as: 'added', by: priya }, write)).toEqual({ kind: 'settled' })
    expect([await drafted(), await texts()]).toEqual([1, []])
  })

  test('are settled by one of two who settle the same at once; the other is told, and nothing of hers is kept', async () => {
    for (const text of ['aardvark one', 'badger two', 'camel three']) await messages.say(text, notUnderstood)
    const [one = '', two = '', three = ''] = [await idOf('aardvark one'), await idOf('badger two'), await idOf('camel three')]
    const added: string[] = []
    const adds =
      (who: string): Into =>
      async () => {
        added.push(who)
        return { kind: 'done' }
      }
    const results = await Promise.all([
      inbox.settle({ ids: [one, two], as: 'added', by: priya }, adds('Priya')),
      inbox.settle({ ids: [three, two, one], as: 'aside', by: sam }, adds('Sam')),
    ])
    const won = results.findIndex(({ kind }) => kind === 'settled')
    const lost = results.find(({ kind }) => kind === 'taken')
    expect(lost).toEqual({
      kind: 'taken',
      ids: expect.arrayContaining([one, two]),
      by: won === 0 ? 'Priya' : 'Sam',
      as: won === 0 ? 'added' : 'aside',
    })
    expect(added).toEqual([won === 0 ? 'Priya' : 'Sam'])
    expect(await texts()).toEqual(won === 0 ? ['camel three'] : [])
  })

  test('twenty who settle overlapping messages in any order wait for nobody for ever', async () => {
    const names = Array.from({ length: 6 }, (_, n) => `thing${n} number${n}`)
    for (const text of names) await messages.say(text, notUnderstood)
    const ids = await Promise.all(names.map(idOf))
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        inbox.settle({ ids: [ids[n % 6] ?? '', ids[(n * 5 + 1) % 6] ?? ''], as: 'aside', by: n % 2 ? priya : sam }, done),
      ),
    )
    const kept = await database.db.selectFrom('learning_settled').select('digest').execute()
    expect(results.every(({ kind }) => kind === 'settled' || kind === 'taken')).toBe(true)
    expect(kept.length).toBeGreaterThan(0)
  })

  test('of late are the newest distinct ones of every kind, masked, with what the bot made of them', async () => {
    await messages.say('where do I park', answered(0.9), { at: 1 })
    await messages.say('I have found a lump, I am Jane', { kind: 'danger', danger: 'symptom', intents: [], likely: [] }, { at: 2 })
    await messages.say('Where do I  park', unsure, { at: 3 })
    await messages.say('is there a creche', notUnderstood, { at: 4 })
    const recent = await inbox.recentMessages(10)
    expect(recent.map(({ text, made }) => [text, made.kind, made.danger])).toEqual([
      ['is there a creche', 'notUnderstood', undefined],
      ['Where do I  park', 'unsure', undefined],
      ['I have found a lump, I am •••', 'danger', 'symptom'],
    ])
    expect((await inbox.recentMessages(1)).map(({ text }) => text)).toEqual(['is there a creche'])
  })
})
