import { describe, expect, test } from '@jest/globals'
import { cosine, remembering } from '../../../src/nlu/embedding.ts'
import { wordEmbedder } from './wordEmbedder.ts'

test('the cosine is 1 for the same, 0 for what has nothing in common', async () => {
  const { embed } = wordEmbedder(['car automobile', 'pain'])
  const [car, automobile, pain] = await Promise.all(['car', 'automobile', 'pain'].map(embed))
  expect(cosine(car ?? new Float32Array(), automobile ?? new Float32Array())).toBeCloseTo(1)
  expect(cosine(car ?? new Float32Array(), pain ?? new Float32Array())).toBe(0)
})

describe('remembering', () => {
  test('the same text is asked for once, also while it is being asked for', async () => {
    const model = wordEmbedder()
    const { embed } = remembering(model)
    const [first, meanwhile] = await Promise.all([embed('hello'), embed('hello')])
    expect(await embed('hello')).toBe(first)
    expect(meanwhile).toBe(first)
    await embed('goodbye')
    expect(model.asked).toEqual(['hello', 'goodbye'])
  })

  test('a failure is told, and not remembered', async () => {
    const model = wordEmbedder()
    let fails = true
    const { embed } = remembering({ ...model, embed: (text) => (fails ? Promise.reject(new Error('no')) : model.embed(text)) })
    await expect(embed('hello')).rejects.toThrow('no')
    fails = false
    expect(await embed('hello')).toHaveLength(32)
  })

  test('what was asked long ago is forgotten', async () => {
    const model = wordEmbedder()
    const { embed } = remembering(model)
    for (let n = 0; n < 40_000; n++) await embed(`${n}`)
    const askedBefore = model.asked.length
    await embed('39999')
    expect(model.asked).toHaveLength(askedBefore)
    await embed('0')
    expect(model.asked).toHaveLength(askedBefore + 1)
  })

  test('the rest is the model’s own', () => expect(remembering(wordEmbedder(['car'])).commonness('car')).toBe(0.5))
})
