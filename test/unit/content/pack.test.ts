import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { fillFacts } from '../../../src/content/fillFacts.ts'
import { loadIntents } from '../../../src/content/loadIntents.ts'
import { serviceFactsSchema } from '../../../src/content/serviceFactsSchema.ts'
import { checkSafety } from '../../../src/safety/gate.ts'

const root = join(import.meta.dirname, '../../..')
const intents = await loadIntents(join(root, 'intents'))
const facts = serviceFactsSchema.parse(parse(await readFile(join(root, 'demo/service.yaml'), 'utf8')))
const answered = intents.flatMap(({ id, answer }) => (answer ? [{ id, ...answer }] : []))

describe('the pack that a new installation starts with', () => {
  test('has at least 25 intents', () => {
    expect(intents.length).toBeGreaterThanOrEqual(25)
  })

  test.each(answered)('says $id in a bubble, with the facts of the demo service in it', ({ text, more = '', link }) => {
    const linked = link ? `\n\n${link.title}: ${link.url}` : ''
    expect(fillFacts(text, facts).length).toBeLessThanOrEqual(640)
    expect(fillFacts(more, facts).length).toBeLessThanOrEqual(1900)
    expect((fillFacts(more || text, facts) + linked).length).toBeLessThanOrEqual(2000)
    expect(fillFacts(text + more, facts)).not.toMatch(/\{\{|\}\}|undefined/)
  })

  test.each(intents)('$id is to be reviewed again within a year of its review, and after it', ({ reviewed, reviewBy }) => {
    expect(reviewBy > reviewed).toBe(true)
    expect(Number(reviewBy.slice(0, 4)) - Number(reviewed.slice(0, 4))).toBeLessThanOrEqual(1)
  })

  test.each(intents)('the title of $id, shown as a choice, does not sound like a danger when it is tapped', ({ title }) => {
    expect(checkSafety(title)).toBeUndefined()
  })

  test.each(answered)('$id does not offer itself again', ({ id, followUps }) => {
    expect(followUps).not.toContain(id)
  })

  test('has no dialog that does not exist', () => {
    expect(new Set(intents.flatMap(({ dialog }) => dialog ?? []))).toEqual(new Set(['greeting', 'person']))
  })

  test('has the intents that the dialogs name', () => {
    const named = [
      'greeting',
      'thanks',
      'goodbye',
      'talk_to_human',
      'complaint',
      'bereavement',
      'book_appointment',
      'what_happens',
      'does_it_hurt',
    ]
    expect(intents.map(({ id }) => id)).toEqual(expect.arrayContaining(named))
  })
})
