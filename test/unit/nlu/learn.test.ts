import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { IntentExamples } from '../../../src/nlu/classifier.ts'
import { createClassifier } from '../../../src/nlu/createClassifier.ts'
import type { Embedder } from '../../../src/nlu/embedding.ts'
import { learn } from '../../../src/nlu/learn.ts'
import { learnWording, type WordingTask } from '../../../src/nlu/learnWording.ts'
import type { Model } from '../../../src/nlu/model.ts'
import { featuresIn } from '../../../src/nlu/naturalFeatures.ts'
import { createNaturalReading } from '../../../src/nlu/naturalReading.ts'
import { learnNaturalWordingBeside } from '../../../src/nlu/naturalWordingBeside.ts'

const WIDTH = 32

/** An embedder for tests: each word has a direction that its letters choose. Answers late, and not in the order of asking. */
const embedder: Embedder = {
  async embed(text) {
    await new Promise((resolve) => setTimeout(resolve, text.length % 3))
    const sum = new Float32Array(WIDTH)
    for (const word of text.split(' ')) {
      const bytes = createHash('sha256').update(word).digest()
      for (let i = 0; i < WIDTH; i++) sum[i] = (sum[i] as number) + ((bytes[i] as number) - 127.5)
    }
    const length = Math.hypot(...sum) || 1
    return sum.map((value) => value / length)
  },
  commonness: () => undefined,
  async close() {},
}
const deps = { embedder, createReading: createNaturalReading, featuresIn }

// Five intents, so that the sums that go four at a time leave one over.
const pack: IntentExamples[] = [
  { intent: 'book', utterances: ['I want to book an appointment', 'can I book a mammogram', 'book me in please'], titles: ['Book'] },
  { intent: 'cancel', utterances: ['cancel my appointment', 'I need to cancel', 'please cancel it for me'], titles: ['Cancel'] },
  { intent: 'parking', utterances: ['where do I park', 'is there parking at the hospital', 'how much is the car park'] },
  { intent: 'pain', utterances: ['does it hurt', 'is a mammogram painful', 'will the squashing be sore'], titles: ['Pain'] },
  { intent: 'results', utterances: ['when do I get my results', 'results not here yet', 'how long until I hear'], titles: ['Results'] },
]

const bytesOf = ({ wording, meaning }: Model) =>
  [wording.weights, wording.words.rarity, wording.letters.rarity, meaning?.weights ?? new Float32Array()].map((numbers) =>
    Buffer.from(numbers.buffer).toString('base64'),
  )

describe('learning', () => {
  test('the same pack gives the same model, bit by bit', async () => {
    const [one, other] = [await learn(pack, deps), await learn(pack, deps)]
    expect(bytesOf(one)).toEqual(bytesOf(other))
    expect(one).toEqual(other)
  })

  test('in two threads gives the same model as in one, bit by bit', async () => {
    let tasks = 0
    const beside: typeof learnNaturalWordingBeside = (task) => {
      tasks++
      return learnNaturalWordingBeside(task)
    }
    expect(await learn(pack, { ...deps, learnWording: beside })).toEqual(await learn(pack, deps))
    expect(tasks).toBe(1)
  })

  test('in another thread fails where that thread does', async () => {
    const failing = () => Promise.reject(new Error('gone'))
    await expect(learn(pack, { ...deps, learnWording: failing })).rejects.toThrow('gone')
  })

  test('many examples are gone through in fewer rounds, and each is still told from the others', async () => {
    const many = pack.map((intent) => ({
      ...intent,
      utterances: intent.utterances.flatMap((text) =>
        ['', ' please', ' thanks', ' today'].flatMap((end) => ['', 'hello ', 'so '].map((start) => start + text + end)),
      ),
    }))
    const plans: Pick<WordingTask, 'plan' | 'rarest'>[] = []
    const noting: typeof learnNaturalWordingBeside = async (task) => {
      plans.push(task)
      return learnWording(task, featuresIn)
    }
    const classifier = createClassifier(await learn(many, { ...deps, learnWording: noting }), deps)
    await learn(pack, { ...deps, learnWording: noting })
    expect(plans[0]?.plan.epochs).toBeLessThan(plans[1]?.plan.epochs ?? 0)
    expect(plans.map(({ rarest }) => rarest)).toEqual([2, 1])
    expect(await learn(many, { ...deps, learnWording: learnNaturalWordingBeside })).toEqual(await learn(many, deps))
    for (const { intent, utterances } of pack)
      for (const text of utterances) expect((await classifier.classify(text))[0]?.intent).toBe(intent)
  })

  test('another pack gives another model', async () => {
    const changed = pack.map((intent) => ({ ...intent, utterances: intent.utterances.slice(1) }))
    expect(bytesOf(await learn(changed, deps))).not.toEqual(bytesOf(await learn(pack, deps)))
  })

  test.each([
    ['with the sentence model', deps],
    ['by wording alone', { ...deps, embedder: undefined }],
  ])('every intent is told from the others, %s', async (_, some) => {
    const classifier = createClassifier(await learn(pack, some), some)
    for (const { intent, utterances } of pack)
      for (const text of utterances) expect((await classifier.classify(text))[0]?.intent).toBe(intent)
  })

  test('each half of the model is learnt: its weights are numbers, and not all zero', async () => {
    const { wording, meaning } = await learn(pack, deps)
    for (const weights of [wording.weights, meaning?.weights ?? new Float32Array()]) {
      expect(weights.every(Number.isFinite)).toBe(true)
      expect(weights.some((weight) => weight !== 0)).toBe(true)
    }
  })
})
