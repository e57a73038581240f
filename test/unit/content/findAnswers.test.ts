import { expect, test } from '@jest/globals'
import { createFindAnswers } from '../../../src/content/findAnswers.ts'
import type { Intent } from '../../../src/content/intentSchema.ts'

const intent = (id: string, title: string, text: string, more: Partial<Intent> = {}): Intent => ({
  id,
  title,
  asked: `${title}?`,
  programme: 'breast',
  utterances: [],
  heard: [],
  asksNothing: false,
  answer: { text, followUps: [] },
  source: { name: 'test' },
  reviewed: '2026-01-01',
  reviewBy: '2027-01-01',
  ...more,
})

const intents = [
  intent('parking', 'Parking', 'Park at {{name}}.', { utterances: ['where do I leave my car'] }),
  intent('hello', 'Hello', 'Hello, do you come by car?', { asksNothing: true }),
  intent('trains', 'Trains', 'There is no car park by the station.'),
  intent('pain', 'Does it hurt', 'It may be uncomfortable.'),
]

const find = (meant: string[] = []) =>
  createFindAnswers({ intents: () => intents, fill: async (text) => text.replace('{{name}}', 'the van'), mayMean: async () => meant })

test('an answer is found by its title before one that only has the word', async () => {
  expect((await find()('Car park')).map(({ intent: id }) => id)).toEqual(['parking', 'trains'])
  expect((await find()('park')).map(({ intent: id }) => id)).toEqual(['parking', 'trains'])
})

test('it comes with the facts filled in', async () => expect((await find()('parking'))[0]?.text).toBe('Park at the van.'))

test("a beginning of a word is enough, and of patients' own words too", async () =>
  expect((await find()('leav')).map(({ title }) => title)).toEqual(['Parking']))

test('what the classifier takes it for is found without any of the words', async () =>
  expect((await find(['pain'])('ouch')).map(({ intent: id }) => id)).toEqual(['pain']))

test('small talk and nothing at all find nothing', async () => {
  expect(await find()('hello')).toEqual([])
  expect(await find(['pain'])(' ')).toEqual([])
})
