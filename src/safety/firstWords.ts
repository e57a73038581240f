import type { Phrases } from './phraseRule.ts'
import { wordClasses } from './phrases/wordClasses.ts'
import type { Message } from './readMessage.ts'

/**
 * Whether a message says any word that one of the phrases needs: asked before the phrases themselves, which take longer. Of each phrase
 * its first word that may not be left out counts.
 */
export function firstWordsOf(phrases: Phrases): (message: Pick<Message, 'spoken'>) => boolean {
  const words = new Set(phrases.flatMap(needed))
  const patterns = [...words].filter((word) => /[*#]/.test(word))
  const whole = [...words].filter((word) => !/[*#]/.test(word))
  const partly = patterns.length > 0 ? new RegExp(` (?:${patterns.map(patternOf).join('|')}) `) : undefined
  return ({ spoken }) => whole.some((word) => spoken.has(word)) || (partly?.test(spoken.line) ?? false)
}

function needed(phrase: string): string[] {
  const first = phrase.split(' ').find((word) => !/^\.+$/.test(word) && (!word.endsWith('?') || word.includes('/'))) ?? ''
  return first.split('/').flatMap((choice) => (choice.startsWith('@') ? (wordClasses[choice.slice(1)] ?? []).flatMap(needed) : [choice]))
}

const patternOf = (word: string): string => word.replace(/#/g, '\\d').replace(/\*/g, '\\S*')
