import { describe, expect, test } from '@jest/globals'
import { isForStaff, readNeeds } from '../../../dialogs/booking/readNeeds.ts'

describe('what would help is read from her own words', () => {
  test.each([
    ['no steps please', ['stepFree']],
    ["I can't do steps", ['stepFree']],
    ["I'm in a wheelchair", ['stepFree']],
    ['I have implants and need a bit more time', ['implants', 'longer']],
    ["I've got a pacemaker", ['device']],
    ["my mum doesn't speak much English", ['interpreter']],
    ["I'm deaf", ['hearing']],
    ['I get panicky', ['support']],
    ['no implants', []],
    ['I can manage steps', []],
    ['nothing like that', []],
  ])('%s', (text, expected) => expect(readNeeds(text)).toEqual(expected))
})

describe('what is for staff to weigh is not what she denies', () => {
  test.each([
    'I am pregnant',
    "I'm breastfeeding",
    'I have the BRCA gene',
    'had a mammogram in the last two months',
    'both breasts removed',
  ])('for staff: %s', (text) => expect(isForStaff(text)).toBe(true))
  test.each(["no, I'm not pregnant or anything", 'not pregnant', 'none of them', 'no'])('not: %s', (text) =>
    expect(isForStaff(text)).toBe(false),
  )
})
