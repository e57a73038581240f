import { afterAll, describe, expect, test } from '@jest/globals'
import { SENTENCE_MODEL } from '../../../src/app/openUnderstanding.ts'
import { openWordPieces } from '../../../src/nlu/wordPieces.ts'
import { openOnnxMeaning } from '../../../src/safety/weighing/onnxMeaning.ts'
import { meanings } from '../../../src/safety/weighing/weigh.ts'

const { piecesOf } = await openWordPieces(SENTENCE_MODEL)
const { readMeaning, close } = await openOnnxMeaning(piecesOf)
afterAll(close)

describe('the sentence model, taught what danger sounds like', () => {
  test.each([
    ['i found a lump in my breast this morning', 'breast'],
    ['what if i find a lump one day', 'nothing'],
    ['he gets rough with me when he has had a drink', 'abuse'],
    ['where can i park?', 'nothing'],
  ])('"%s" means %s', async (text, meaning) => {
    const told = (await readMeaning(text)) ?? []
    expect(told).toHaveLength(meanings.length)
    expect(told.reduce((sum, chance) => sum + Math.exp(chance), 0)).toBeCloseTo(1, 3)
    expect(meanings[told.indexOf(Math.max(...told))]).toBe(meaning)
  })

  test.each(['collapsed', "i've got a discharge", 'parking?', 'he gets rough with me 🥺 😭'])('"%s" is English enough', async (text) =>
    expect(await readMeaning(text)).toBeDefined(),
  )

  test.each(['gdzie moge zaparkowac samochod w szpitalu', 'ble alla i barcio wrth yr ysbyty os gwelwch yn dda', 'ਮੈਂ ਕਿੱਥੇ ਪਾਰਕ ਕਰਾਂ'])(
    'of another language it does not tell: %s',
    async (text) => expect(await readMeaning(text)).toBeUndefined(),
  )
})
