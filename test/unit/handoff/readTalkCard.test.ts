import { beforeEach, describe, expect, test } from '@jest/globals'
import { newSession } from '../../../src/conversation/session.ts'
import type { TalkItem } from '../../../src/handoff/conversationView.ts'
import type { PersonCard } from '../../../src/handoff/personCard.ts'
import { createReadTalkCard } from '../../../src/handoff/readTalkCard.ts'
import type { TalkFacts } from '../../../src/handoff/talkCard.ts'

const person: PersonCard = { id: 'p1', facts: [], ways: [], needs: ['stepFree'], language: 'Urdu', notices: [], conversations: [] }

let reads = 0
let language: string | undefined
let sessionFails = false
const readCard = (holdsMs?: number) =>
  createReadTalkCard({
    sessions: {
      async load() {
        reads++
        if (sessionFails) throw new Error('away')
        return { ...newSession(), ...(language ? { language } : {}) }
      },
    },
    personCard: async ({ person: checked }) => (checked ? person : undefined),
    mayMean: async (words) => (words.includes('park') ? ['parking', 'smallTalk'] : []),
    answerOf: async (intent) => (intent === 'parking' ? { title: 'Parking', text: 'It is free.' } : undefined),
    ...(holdsMs === undefined ? {} : { holdsMs }),
  })

const entry = (seq: number, who: 'patient' | 'assistant', text?: string): TalkItem => ({
  kind: 'entry',
  id: `e${seq}`,
  seq,
  at: new Date(0),
  who,
  ...(text ? { said: { text } } : {}),
})
const facts = (items: TalkItem[], more: Partial<TalkFacts> = {}): TalkFacts => ({
  header: { id: 'c1', person: { participantId: 'p1', until: new Date(0) } },
  talk: { items, lastSeq: items.length },
  escalations: [
    { id: 'x1', reason: 'records', note: 'by post' },
    { id: 'x2', reason: 'crisis', closed: { at: new Date(0) } },
  ],
  ...more,
})
const asked = facts([entry(1, 'patient', 'Can I park there?'), entry(2, 'assistant', 'Let me see.'), entry(3, 'patient')])

beforeEach(() => {
  reads = 0
  language = undefined
  sessionFails = false
})

test('the card is about what she said last, with what is open, and answers that fit', async () => {
  const { call } = await readCard()(asked)
  expect(call).toEqual({
    why: [expect.stringMatching(/^Asks for records.*\nby post$/)],
    asked: 'Can I park there?',
    language: 'Urdu',
    needs: ['no steps'],
    flags: [],
    suggestions: [{ intent: 'parking', title: 'Parking', text: 'It is free.' }],
  })
})

test('the language is that in which she writes, by its name', async () => {
  language = 'pl'
  expect((await readCard()(asked)).call.language).toBe('Polish')
})

test('without what the assistant remembers the rest is there', async () => {
  sessionFails = true
  expect(await readCard()(asked)).toMatchObject({ person, call: { asked: 'Can I park there?', needs: ['no steps'] } })
})

describe('between two looks', () => {
  test('it is kept while nothing has changed', async () => {
    const read = readCard()
    await read(asked)
    await Promise.all([read(asked), read({ ...asked })])
    expect(reads).toBe(1)
  })

  test.each<[string, TalkFacts]>([
    ['something was said', facts([...asked.talk.items, entry(4, 'assistant', 'Yes.')])],
    ['she took back what she said', facts([entry(1, 'patient'), entry(2, 'assistant', 'Let me see.'), entry(3, 'patient')])],
    ['somebody else is checked', facts(asked.talk.items, { header: { id: 'c1' } })],
    ['a call for help was closed', facts(asked.talk.items, { escalations: [] })],
  ])('it is read again when %s', async (_, later) => {
    const read = readCard()
    await read(asked)
    await read(later)
    expect(reads).toBe(2)
  })

  test('and when somebody opens the conversation, or it is old', async () => {
    const read = readCard()
    await read(asked)
    await read(asked, { isOpened: true })
    expect(reads).toBe(2)
    const readOften = readCard(0)
    await readOften(asked)
    await readOften(asked)
    expect(reads).toBe(4)
  })
})
