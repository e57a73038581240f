import type { Choice } from '../src/conversation/session.ts'
import { NO_THANKS } from './choices.ts'
import { plainWords } from './plainWords.ts'
import { readYesOrNo } from './yesOrNo.ts'

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** The choice that a person typed: by its title, its number ("2", "2.", "number two", "the second one"), or yes and no. */
export function readChoice(text: string, choices: Choice[]): Choice | undefined {
  const typed = plainWords(text)
  if (!typed) return undefined
  return choices.find((choice) => plainWords(choice.title) === typed) ?? choices[numberIn(typed) - 1] ?? yesOrNo(text, choices)
}

function numberIn(typed: string): number {
  const digits = /^(?:number |option |no |nr )?(\d{1,2})(?: please)?$/.exec(typed)?.[1]
  if (digits) return Number(digits)
  const number = /^(?:number |option )?([a-z]+)(?: please)?$/.exec(typed)?.[1]
  const ordinal = /^(?:the )?([a-z]+|\d(?=st|nd|rd|th))(?:st|nd|rd|th)?(?: one| option| choice)?(?: please)?$/.exec(typed)?.[1]
  return NUMBERS.indexOf(number ?? '') + 1 || ORDINALS.indexOf(ordinal ?? '') + 1 || Number(/^\d$/.exec(ordinal ?? '')?.[0] ?? 0)
}

function yesOrNo(text: string, choices: Choice[]): Choice | undefined {
  const answer = readYesOrNo(text)
  const named = choices.find((choice) => answer && plainWords(choice.title).split(' ')[0] === answer)
  const canBeDeclined = choices.some(({ value }) => value === NO_THANKS.value)
  return named ?? (answer === 'yes' && canBeDeclined ? choices[0] : undefined)
}
