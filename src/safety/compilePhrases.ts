import type { Phrases } from './phraseRule.ts'
import { wordClasses } from './phrases/wordClasses.ts'

/**
 * One expression for all of the phrases. It reads words with a space before, between and after them, and matches up to a word's start.
 * Throws on a phrase that it cannot read, and on one that no word is needed for: it would match everywhere.
 */
export function compilePhrases(phrases: Phrases): RegExp {
  if (phrases.length === 0) return /(?!)/g
  const expressions = phrases.map(compilePhrase)
  const empty = phrases.find((phrase) => phrase.split(' ').every(mayBeLeftOut))
  if (empty !== undefined) throw new Error(`The phrase "${empty}" needs at least one word that may not be left out.`)
  return new RegExp(`(?<= )(?:${expressions.join('|')})`, 'g')
}

const mayBeLeftOut = (word: string): boolean => gaps.has(word) || isOptional(word)
const isOptional = (word: string): boolean => word.endsWith('?') && !word.includes('/')

const compilePhrase = (phrase: string): string => phrase.split(' ').map(compileWord).join('')

/** "up to so many words, and no denial among them" */
const gaps = new Map([
  ['..', '(?:(?!no |not |never |without )\\S+ ){0,3}?'],
  ['...', '(?:(?!no |not |never |without )\\S+ ){0,7}?'],
])

function compileWord(word: string): string {
  const gap = gaps.get(word)
  if (gap) return gap
  if (isOptional(word)) return `(?:${compileWord(word.slice(0, -1))})?`
  const choices = word.split('/').map((choice) => (choice.startsWith('@') ? compileClass(choice) : `${compileChoice(choice)} `))
  return `(?:${choices.join('|')})`
}

function compileClass(choice: string): string {
  const phrases = wordClasses[choice.slice(1)]
  if (!phrases) throw new Error(`The phrases know no such class of words as "${choice}".`)
  return phrases.map(compilePhrase).join('|')
}

function compileChoice(choice: string): string {
  if (!/^[a-z0-9*#]+$/.test(choice)) throw new Error(`The phrases know no such word as "${choice}".`)
  return choice.replace(/#/g, '\\d').replace(/\*/g, '\\S*')
}
