import { describe, expect, test } from '@jest/globals'
import { fillFacts } from '../../../src/content/fillFacts.ts'
import { nameableFacts, type ServiceFacts } from '../../../src/content/serviceFactsSchema.ts'
import { demo, guides, intents } from './packTexts.ts'

/** Facts as long as a service could want them; a telephone number and an e-mail address are never as long as a sentence. */
const wordy: ServiceFacts = {
  ...demo,
  ...Object.fromEntries(nameableFacts.map((name) => [name, 'w'.repeat(120)])),
  phone: '0'.repeat(25),
  email: 'e'.repeat(60),
}

const services: [string, ServiceFacts][] = [
  ['the demo service', demo],
  ['a wordy service', wordy],
]
const answered = intents.flatMap(({ id, worry, answer }) => (answer ? [{ id, worry, answer }] : []))

describe.each(services)('with the facts of %s', (_, facts) => {
  const length = (text: string) => fillFacts(text, facts).length

  test.each(answered)('the answer to $id fits a bubble, after what meets the worry', ({ worry, answer }) => {
    const bubble = worry ? `${worry.meets}\n\n${answer.text}` : answer.text
    expect(length(bubble)).toBeLessThanOrEqual(640)
  })

  test.each(answered)('the longer part of $id fits a message, with its link', ({ answer: { text, more = text, link } }) => {
    expect(length(link ? `${more}\n\n${link.title}: ${link.url}` : more)).toBeLessThanOrEqual(1900)
  })

  test.each(answered)('what a person with $id can decide fits beside its buttons', ({ worry }) => {
    expect(length(worry?.control ?? '')).toBeLessThanOrEqual(500)
  })

  test.each(guides)('the beginning, the end and every step of $id fit a bubble', ({ intro, steps, outro }) => {
    const stepTexts = steps.flatMap(({ title, ...texts }) => Object.values(texts).map((text) => `${title}\n\n${text}`))
    for (const text of [intro, ...stepTexts, outro]) expect(length(text)).toBeLessThanOrEqual(640)
  })

  test('no fact is left without its words', () => {
    const all = answered.map(({ worry, answer }) => `${worry?.meets}${answer.text}${answer.more}${worry?.control}`).join('')
    expect(fillFacts(all, facts)).not.toMatch(/\{\{|\}\}/)
  })
})
