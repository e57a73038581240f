import type { Phrases } from './phraseRule.ts'

/**
 * One expression for all of the phrases. It reads words with a space before, between and after them, and matches up to a word's start.
 * Throws on a phrase that it cannot read, and on one that no word is needed for: it would match everywhere.
 */
export function compilePhrases(phrases: Phrases): RegExp {
  if (phrases.length === 0) return /(?!)/g
  const expressions = phrases.map((phrase) => phrase.split(' ').map(compileWord).join(''))
  const empty = phrases.find((_, index) => new RegExp(`^(?:${expressions[index]})$`).test(''))
  if (empty !== undefined) throw new Error(`The phrase "${empty}" needs at least one word that may not be left out.`)
  return new RegExp(`(?<= )(?:${expressions.join('|')})`, 'g')
}

function compileWord(word: string): string {
  if (word === '..') return '(?:(?!no |not |never |without )\\S+ ){0,3}?'
  if (word.endsWith('?') && !word.includes('/')) return `(?:${compileWord(word.slice(0, -1))})?`
  if (!/^[a-z0-9*/#]+$/.test(word)) throw new Error(`The phrases know no such word as "${word}".`)
  const choices = word.split('/').map(compileChoice)
  return `(?:${choices.join('|')}) `
}

function compileChoice(choice: string): string {
  return choice.replace(/#/g, '\\d').replace(/\*$/, '\\S*')
}
