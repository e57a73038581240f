import type { DateTime } from 'luxon'
import type { CsvRow } from './readCsv.ts'
import { readDay } from './readDay.ts'
import { readTime } from './readTime.ts'

/** Reads a row's values by column. What cannot be read is reported with its column and comes back as absent. */
export type Cells = ReturnType<typeof createCells>

const unprintable = /\p{Cc}/u

export function createCells({ values }: CsvRow, report: (reason: string, column?: string) => void) {
  /** Whole, in one line. */
  function text(column: string, { longest = 200, required = false } = {}): string | undefined {
    const value = values[column]?.replace(/\s+/g, ' ').trim() ?? ''
    if (!value && required) return fail(column, 'is missing')
    if (unprintable.test(value)) return fail(column, 'holds a character that cannot be printed')
    if (value.length > longest) return fail(column, `is longer than ${longest} characters`)
    return value || undefined
  }

  function fail(column: string, reason: string): undefined {
    report(reason, column)
  }

  function read<T>(column: string, reader: (value: string) => T | undefined, otherwise: string): T | undefined {
    const value = text(column)
    if (value === undefined) return undefined
    const result = reader(value)
    return result === undefined ? fail(column, otherwise) : result
  }

  function list(column: string): string[] {
    const parts = (text(column, { longest: 2000 }) ?? '').split(';').map((part) => part.trim())
    return [...new Set(parts.filter(Boolean))]
  }

  return {
    text,
    read,
    list,
    /** One of these words, in whichever case. */
    oneOf<Word extends string>(column: string, words: readonly Word[]): Word | undefined {
      const find = (value: string) => words.find((word) => word.toLowerCase() === value.toLowerCase())
      return read(column, find, `is not one of ${words.join(', ')}`)
    },
    someOf<Word extends string>(column: string, words: readonly Word[]): Word[] {
      const found = list(column).map((part) => words.find((word) => word.toLowerCase() === part.toLowerCase()))
      if (found.includes(undefined)) fail(column, `holds something other than ${words.join(', ')}, separated by semicolons`)
      return found.filter((word) => word !== undefined)
    },
    day(column: string, now: DateTime): string | undefined {
      return read(column, (value) => readDay(value, now), 'is not a day such as 2027-01-31 or 31/01/2027')
    },
    time(column: string): number | undefined {
      return read(column, readTime, 'is not a time such as 09:42')
    },
    /** Minutes after midnight, or `all`. */
    times(column: string): number[] | 'all' {
      const parts = list(column)
      if (parts.length === 1 && parts[0]?.toLowerCase() === 'all') return 'all'
      const times = parts.map(readTime)
      if (times.includes(undefined)) fail(column, 'holds something other than times such as 09:42, separated by semicolons')
      return times.filter((time) => time !== undefined)
    },
    number(column: string, from: number, to: number): number | undefined {
      const inRange = (value: string) =>
        /^\d{1,4}$/.test(value) && Number(value) >= from && Number(value) <= to ? Number(value) : undefined
      return read(column, inRange, `is not a whole number from ${from} to ${to}`)
    },
    yesNo(column: string): boolean | undefined {
      const words: Record<string, boolean> = { yes: true, y: true, true: true, '1': true, no: false, n: false, false: false, '0': false }
      return read(column, (value) => words[value.toLowerCase()], 'is neither yes nor no')
    },
  }
}
