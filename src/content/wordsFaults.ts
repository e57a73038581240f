import type { z } from 'zod'
import { fieldWords } from './fieldWords.ts'
import type { WordsFields } from './wordsFile.ts'

/** What must be put right: the field by its place, and a sentence for people. */
export type WordsFault = { field: string; text: string }

/** What a schema has against fields, as people read it. */
export function wordsFaults(issues: readonly z.core.$ZodIssue[], fields: WordsFields): WordsFault[] {
  return issues.map((issue) => {
    const field = fieldOf(issue.path)
    return { field, text: `${fieldWords(field)} ${reasonOf(issue, fields[field] ?? '')}` }
  })
}

/** A version as a whole is seen at its words. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  (path[0] === 'languages' && path.length === 2 ? [...path, 'text'] : path).join('.')

function reasonOf(issue: z.core.$ZodIssue, typed: string): string {
  switch (issue.code) {
    case 'invalid_type':
    case 'too_small':
    case 'invalid_value':
      return 'must be filled in'
    case 'too_big':
      return `can have at most ${issue.maximum} characters. It has ${typed.length}`
    case 'invalid_format':
      return formats[issue.format] ?? `must be ${issue.message}`
    default:
      return issue.message === 'must be after reviewed' ? 'must be after the day of the last review' : issue.message
  }
}

const formats: Readonly<Record<string, string>> = { url: 'must begin with https://', date: 'must be a date' }
