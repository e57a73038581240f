import { describe, expect, test } from '@jest/globals'
import { wordingBetween } from '../../../src/content/wording.ts'
import { writeFileYaml } from '../../../src/content/writeFileYaml.ts'
import { intent } from './packFolder.ts'
import { demo } from './packTexts.ts'

const file = (id: string, changes: object = {}) => ({ path: `breast/${id}.yaml`, yaml: writeFileYaml(intent(id, changes)) })
const pain = (text: string, more: object = {}) => file('pain', { answer: { text, ...more } })
const between = (before: ReturnType<typeof file>[], after: ReturnType<typeof file>[]) => wordingBetween(before, after, demo, 'Tell me more')

describe('quotations of one pack, in another', () => {
  test('stay where their words do', () =>
    expect(between([pain('It may hurt a little.')], [pain('It may hurt a little, or not.')]).saidFor('hurt a  little')).toEqual([
      'hurt a  little',
    ]))

  test('become what the same part says now, with the facts', () =>
    expect(between([pain('It may hurt.')], [pain('Ring {{phone}}.')]).saidFor('It may hurt')).toEqual([`Ring ${demo.phone}.`]))

  test('are any of the parts that they may come from', () => {
    const wording = between(
      [pain('You can ask.'), file('other', { answer: { text: 'You can ask.' } })],
      [pain('Do ask.'), file('other', { answer: { text: 'You can ask.' } })],
    )
    expect(wording.saidFor('You can ask.')?.sort()).toEqual(['Do ask.', 'You can ask.'])
  })

  test('that no file says are the code’s own, and stay', () =>
    expect(between([pain('x')], [pain('y')]).saidFor('Would you like to say?')).toEqual(['Would you like to say?']))

  test('are nothing where their part has gone', () => {
    expect(between([pain('It may hurt.', { more: 'Longer.' })], [pain('It may hurt.')]).saidFor('Longer')).toBeUndefined()
    expect(between([pain('It may hurt.')], []).saidFor('It may hurt')).toBeUndefined()
  })

  test('examples are no quotations', () =>
    expect(between([pain('x')], [file('pain', { utterances: ['a', 'b', 'c', 'd', 'e'] })]).saidFor('pain 1')).toEqual(['pain 1']))
})

describe('choices', () => {
  test('of what is not changed are demanded', () => {
    const same = [pain('x', { more: 'y', followUps: ['other'] }), file('other')]
    for (const title of ['pain', 'other', 'Tell me more', 'Talk to a person']) expect(between(same, same).isFree(title)).toBe(false)
  })

  test('that were added, taken out or renamed are free', () => {
    const before = [pain('x', { more: 'y', followUps: ['other'] }), file('other', { title: 'Other' }), file('third')]
    const after = [pain('x', { followUps: ['third'] }), file('other', { title: 'Another' }), file('third')]
    const { isFree } = between(before, after)
    for (const title of ['Other', 'Another', 'third', 'Tell me more']) expect(isFree(title)).toBe(true)
    expect(isFree('pain')).toBe(false)
  })
})
