import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from '@jest/globals'
import { SENTENCE_MODEL } from '../../../src/app/openUnderstanding.ts'
import { openOnnxEmbedder } from '../../../src/nlu/onnxEmbedder.ts'
import { openOnnxEmbedderBeside } from '../../../src/nlu/onnxEmbedderBeside.ts'

const here = await openOnnxEmbedder(SENTENCE_MODEL)
afterAll(() => here.close())

describe('embedding in other threads', () => {
  test('gives the same numbers, whatever is asked at the same time', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => `can I come at ${n} ${'please '.repeat(n)}`)
    const beside = await openOnnxEmbedderBeside(SENTENCE_MODEL)
    const embeddings = await Promise.all(texts.map(beside.embed))
    for (const [n, text] of texts.entries()) expect(embeddings[n]).toEqual(await here.embed(text))
    expect([beside.general, beside.commonness('the')]).toEqual([here.general, here.commonness('the')])
    await beside.close()
  })

  test('ends at once where nothing was asked', async () =>
    expect(await (await openOnnxEmbedderBeside(SENTENCE_MODEL)).close()).toBeUndefined())

  test('is refused where the sentence model is not there', () => expect(openOnnxEmbedderBeside(tmpdir())).rejects.toThrow('tokenizer.json'))
})
