import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { LONGEST_EXAMPLE } from '../../../src/content/intentLimits.ts'
import { programmes } from '../../../src/content/intentSchema.ts'
import { checkSafety } from '../../../src/safety/gate.ts'
import { expectedIntents } from './expectedIntents.ts'
import { guides, intents } from './packTexts.ts'

const ids = intents.map(({ id }) => id)
const smallTalk = intents.flatMap(({ id, asksNothing }) => (asksNothing ? [id] : []))
const followUpsOf = intents.map(({ answer, ...intent }) => ({ ...intent, followUps: answer?.followUps ?? [] }))

describe('the pack that a new installation starts with', () => {
  test.each(programmes)('has an intent for each thing that people ask about: %s', (programme) => {
    const found = intents.flatMap((intent) => (intent.programme === programme ? [intent.id] : []))
    expect(found).toEqual([...expectedIntents[programme]].sort())
  })

  test.each(intents)('$id has enough messages to learn from, and not so many that they drown the others', ({ utterances }) => {
    expect(utterances.length).toBeGreaterThanOrEqual(25)
    expect(utterances.length).toBeLessThanOrEqual(40)
  })

  test.each(intents)('$id can be edited: no message is longer than its form takes', ({ utterances, heard }) => {
    expect([...utterances, ...heard].filter((text) => text.length > LONGEST_EXAMPLE)).toEqual([])
  })

  test('has heard no message that it is evaluated with', () => {
    const evaluation = join(import.meta.dirname, '../../../intents/evaluation/messages.json')
    const messages = (JSON.parse(readFileSync(evaluation, 'utf8')) as { utterances: string[] }[]).flatMap(({ utterances }) => utterances)
    const unseen = new Set(messages.map((text) => text.toLowerCase()))
    const all = intents.flatMap(({ heard }) => heard)
    expect(all.length).toBeGreaterThan(1000)
    expect(unseen.size).toBeGreaterThan(500)
    expect(all.filter((text) => unseen.has(text.toLowerCase()))).toEqual([])
  })

  test.each([...intents, ...guides])('$id names its source and is reviewed again within a year', ({ source, reviewed, reviewBy }) => {
    expect(source.name).toMatch(/\w{3}/)
    expect(DateTime.fromISO(reviewBy) > DateTime.fromISO(reviewed)).toBe(true)
    expect(DateTime.fromISO(reviewBy) <= DateTime.fromISO(reviewed).plus({ years: 1 })).toBe(true)
  })

  test('has no dialog that does not exist', () => {
    expect(new Set(intents.flatMap(({ dialog }) => dialog ?? []))).toEqual(new Set(['greeting', 'person']))
  })
})

describe('what is offered after an answer', () => {
  const ended = followUpsOf.filter(({ asksNothing, dialog }) => !asksNothing && !dialog)

  test.each(ended)('$id leads on to two or three questions', ({ followUps }) => {
    expect(followUps.length).toBeGreaterThanOrEqual(2)
    expect(followUps.length).toBeLessThanOrEqual(3)
  })

  test.each(followUpsOf)('after $id is at most three questions: no small talk, none twice, none that it just answered', (intent) => {
    const { id, followUps } = intent
    expect(followUps.length).toBeLessThanOrEqual(3)
    expect(ids).toEqual(expect.arrayContaining(followUps))
    expect(new Set([id, ...followUps]).size).toBe(followUps.length + 1)
    expect(smallTalk.filter((name) => followUps.includes(name))).toEqual([])
  })
})

describe('a choice that is tapped does not sound like a danger', () => {
  test.each([...intents, ...guides])('the title of $id', ({ title }) => {
    expect(checkSafety(title)).toBeUndefined()
  })

  test.each(intents)('the question of $id', ({ asked }) => {
    expect(checkSafety(asked)).toBeUndefined()
  })

  test('while a danger does', () => {
    expect(checkSafety('I have found a lump in my breast')).toBeDefined()
  })
})
