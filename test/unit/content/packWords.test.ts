import { describe, expect, test } from '@jest/globals'
import { neverSaidIn, tellsOnlyTheBenefit } from './neverSaid.ts'
import { texts, wholes } from './packTexts.ts'

describe('nothing is said that denies, orders, guesses or blames', () => {
  test.each(texts)('in $id, $part', ({ text }) => {
    expect(neverSaidIn(text)).toEqual([])
  })

  test.each([
    ['It won’t hurt.', 'denies pain: won’t hurt'],
    ['It does not usually hurt.', 'denies pain: does not usually hurt'],
    ['A mammogram is not too painful.', 'denies pain: is not too painful'],
    ['It is painless.', 'denies pain: painless'],
    ['You feel just a little pressure.', 'denies pain: just a little'],
    ["Don't worry.", "reassures without knowing: Don't worry"],
    ['There is nothing to worry about.', 'reassures without knowing: nothing to worry'],
    ["I'm sure it went well.", "reassures without knowing: I'm sure"],
    ["You'll be fine.", "reassures without knowing: You'll be fine"],
    ['I promise we will see you.', 'reassures without knowing: I promise'],
    ['You must come.', 'orders: You must'],
    ['You ought to\ncome.', 'orders: You ought'],
    ['It is probably a cyst.', 'interprets a result: probably'],
    ['It is nothing serious.', 'interprets a result: nothing serious'],
    ['It is not cancer.', 'interprets a result: It is not cancer'],
    ['Cancer is very unlikely.', 'interprets a result: Cancer is very unlikely'],
    ['That is likely to be harmless.', 'interprets a result: likely to be harmless'],
    ['You wasted a place.', 'makes guilty: wasted'],
    ['Please do not let the team down.', 'makes guilty: let the team down'],
    ['That would be selfish.', 'makes guilty: selfish'],
    ['Ring Jo’s Trust.', 'names a charity that has closed: Jo’s Trust'],
  ])('"%s" is seen', (text, expected) => {
    expect(neverSaidIn(text)).toContain(expected)
  })

  test.each([
    'Some women find it painful. You can say if it hurts, and stop.',
    'Some women are treated for a cancer that would never have hurt them.',
    'When cancer is found early, treatment is often simpler and more likely to work.',
    "Most changes aren't cancer, but get it looked at.",
    "I can't promise that. You have nothing to say sorry for.",
  ])('"%s" may be said', (text) => {
    expect(neverSaidIn(text)).toEqual([])
  })
})

describe('whoever names the benefits of screening names its harms', () => {
  test.each(wholes)('$id', ({ text }) => {
    expect(tellsOnlyTheBenefit(text)).toBe(false)
  })

  test.each([
    'Screening saves lives.',
    'It prevents about 1,300 deaths a year.',
    'It can find cancer early.',
    'Cancer is found early.',
    'More than 9,000 cancers have been found this way.',
  ])('"%s" is not enough', (text) => {
    expect(tellsOnlyTheBenefit(text)).toBe(true)
    expect(tellsOnlyTheBenefit(`${text} It can lead to treatment that was not needed.`)).toBe(false)
  })
})
