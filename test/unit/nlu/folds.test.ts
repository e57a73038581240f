import { describe, expect, test } from '@jest/globals'
import { ofWholePack, wholeOf } from '../../../scripts/evaluate/folds.ts'
import { PACK } from '../../../src/app/openPack.ts'
import { loadPack } from '../../../src/content/loadPack.ts'

const { intents } = await loadPack(PACK)
const { folds, foldOf } = ofWholePack

describe('how the whole pack is dealt to be read by what has not heard it', () => {
  test('a message and its twin in other capitals and marks are in the same fold, whatever stands beside them', () => {
    expect(foldOf('Is there PARKING?')).toBe(foldOf('is there parking'))
    for (const text of intents.flatMap(({ heard }) => heard).slice(0, 500)) expect(foldOf(text.toUpperCase())).toBe(foldOf(text))
  })

  test('the folds are of like size', () => {
    const sizes = Array.from({ length: folds }, () => 0)
    for (const { heard } of intents) for (const text of heard) sizes[foldOf(text)] = (sizes[foldOf(text)] ?? 0) + 1
    expect(Math.min(...sizes) / Math.max(...sizes)).toBeGreaterThan(0.9)
  })

  test('what was heard stands beside the chosen examples, each message once', () => {
    for (const intent of intents) {
      const { utterances, heard } = wholeOf(intent)
      expect(heard).toBeUndefined()
      const said = utterances.map(
        (text) =>
          text
            .toLowerCase()
            .replace(/[^\p{L}\p{N} ]/gu, '')
            .trim() || text,
      )
      expect(new Set(said).size).toBe(said.length)
      expect(utterances.length).toBeGreaterThan(intent.utterances.length)
    }
  })
})
