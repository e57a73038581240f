import { describe, expect, test } from '@jest/globals'
import { NO_THANKS } from '../../../dialogs/choices.ts'
import { readChoice } from '../../../dialogs/readChoice.ts'

const choice = (title: string) => ({ title, value: `value of ${title}` })
const choices = ['Does it hurt?', "I'm 71 or over", 'Talk to a person'].map(choice)
const chosen = (text: string, from = choices) => readChoice(text, from)?.title

describe('a choice is typed', () => {
  test.each(['Does it hurt?', 'does it hurt', ' DOES IT HURT!! ', 'Does  it\nhurt', 'Ｄｏｅｓ it hurt?'])('by its title: %s', (text) => {
    expect(chosen(text)).toBe('Does it hurt?')
  })

  test.each(["I'm 71 or over", 'I’m 71 or over', 'im 71 or over'])('with or without its apostrophe: %s', (text) => {
    expect(chosen(text)).toBe("I'm 71 or over")
  })

  test.each(['2', '2.', '2)', '(2)', '#2', '2️⃣', 'no 2', 'No. 2', 'number 2', 'option 2', '2 please', '02'])('by its number: %s', (text) => {
    expect(chosen(text)).toBe("I'm 71 or over")
  })

  test.each(['two', 'Two please', 'number two', 'option two', 'second', 'the second', 'The second one', 'the 2nd', '2nd one please'])(
    'by its number in words: %s',
    (text) => {
      expect(chosen(text)).toBe("I'm 71 or over")
    },
  )
})

describe('no choice is typed by', () => {
  test.each([
    '',
    '  ',
    '?!',
    '👍',
    '0',
    '4',
    '-',
    '22',
    '2 of us',
    'I am 2',
    'two of them',
    'no one',
    'one day',
    'at first',
    'the',
    'hurt',
    'person',
  ])('"%s"', (text) => {
    expect(chosen(text)).toBeUndefined()
  })

  test('anything, where none was offered', () => {
    expect(chosen('1', [])).toBeUndefined()
  })
})

test('a title that is a number is chosen before the choice at that place', () => {
  expect(chosen('2', ['2', '1'].map(choice))).toBe('2')
  expect(chosen('1', ['2', '1'].map(choice))).toBe('1')
})

describe('yes and no', () => {
  const offer = [choice('Talk to a person'), NO_THANKS]

  test.each(['yes', 'Yes please', 'yeah', 'yep', 'oh yes', 'please do', 'sure'])('%s takes what can be declined', (text) => {
    expect(chosen(text, offer)).toBe('Talk to a person')
  })

  test.each(['no', 'No thanks', 'nope', 'no thank you', 'not really'])('%s declines it', (text) => {
    expect(chosen(text, offer)).toBe('No, thank you')
  })

  test('choose the titles that begin with them', () => {
    expect(chosen('yes please', ['No', 'Yes'].map(choice))).toBe('Yes')
    expect(chosen('nope', ['Yes', 'No'].map(choice))).toBe('No')
    expect(chosen('no', ['Nothing to add', 'Yes'].map(choice))).toBeUndefined()
  })

  test('choose nothing among choices of which none is a yes or a no', () => {
    expect(chosen('yes')).toBeUndefined()
    expect(chosen('no')).toBeUndefined()
  })

  test('are only themselves', () => {
    expect(chosen('yes but does it hurt', offer)).toBeUndefined()
    expect(chosen('no idea', offer)).toBeUndefined()
  })
})
