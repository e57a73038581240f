import { DateTime } from 'luxon'
import type { createDraftIntents, DraftIntent, IntentState } from './draftIntents.ts'
import type { Intent } from './intentSchema.ts'
import { folderOfPath } from './packFile.ts'

export type ReviewState = 'overdue' | 'soon' | 'later'

export type IntentRow = {
  id: string
  title: string
  asked: string
  programme: string
  state: IntentState
  isSafety: boolean
  /** Its file cannot be read. */
  isBroken: boolean
  owner: string
  reviewed: string
  reviewBy: string
  review: ReviewState
  /** How often it was answered lately; undefined where nobody counts. */
  used: number | undefined
}

export type IntentFilter = { words: string; programme: string; state: IntentState | 'safety' | 'overdue' | 'soon' | '' }

export type ListIntents = (filter: IntentFilter) => Promise<{ rows: IntentRow[]; all: number; counts: Record<string, number> }>

type Deps = {
  intents: ReturnType<typeof createDraftIntents>
  isSafetyFile: (path: string, yaml: string) => boolean
  /** How often each intent was answered in the last 30 days; absent where nobody counts. */
  useOf?: (() => Promise<ReadonlyMap<string, number>>) | undefined
  /** Today, as an ISO date in the service's zone. */
  today: () => Promise<string>
}

/** Days before a review that it is due. */
const SOON_DAYS = 30

/** Lists the intents of the draft, and those that it takes out, by programme and title. Each word must begin a word of what it is or says. */
export function createListIntents({ intents, isSafetyFile, useOf, today }: Deps): ListIntents {
  const searched = new WeakMap<Intent, string>()

  function textOf({ id, intent }: DraftIntent): string {
    if (!intent) return ` ${wordsIn(id.replaceAll('_', ' ')).join(' ')}`
    const before = searched.get(intent)
    if (before !== undefined) return before
    const { title, asked, utterances, heard, answer, owner = '' } = intent
    const said = [id.replaceAll('_', ' '), title, asked, ...utterances, ...heard, answer?.text ?? '', answer?.more ?? '', owner]
    const words = ` ${wordsIn(said.join(' ')).join(' ')}`
    searched.set(intent, words)
    return words
  }

  const safety = new WeakMap<Intent, boolean>()

  function isSafety({ path, yaml, intent }: DraftIntent): boolean {
    const before = intent && safety.get(intent)
    if (before !== undefined) return before
    const is = isSafetyFile(path, yaml)
    if (intent) safety.set(intent, is)
    return is
  }

  return async ({ words, programme, state }) => {
    const [{ all }, used, now] = await Promise.all([intents(), useOf?.(), today()])
    const wanted = wordsIn(words).map((word) => ` ${word}`)
    const rows = all.map((one) => ({ one, row: rowOf(one, isSafety(one), used, now) }))
    const shown = rows.filter(
      ({ one, row }) =>
        isIn(row, state) && (!programme || row.programme === programme) && wanted.every((word) => textOf(one).includes(word)),
    )
    return {
      rows: shown.map(({ row }) => row).sort(byTitle),
      all: rows.length,
      counts: Object.fromEntries(states.map((one) => [one, rows.filter(({ row }) => isIn(row, one)).length])),
    }
  }
}

const states = ['live', 'changed', 'new', 'takenOut', 'overdue', 'soon', 'safety'] as const

function rowOf(
  { id, path, yaml, state, intent }: DraftIntent,
  isSafety: boolean,
  used: ReadonlyMap<string, number> | undefined,
  today: string,
): IntentRow {
  const { title, asked, owner, reviewed, reviewBy } = intent ?? { title: id, asked: '', owner: '', reviewed: '', reviewBy: '' }
  return {
    id,
    title,
    asked,
    programme: folderOfPath(path),
    state,
    isSafety,
    isBroken: intent === undefined && yaml !== '',
    owner: owner ?? '',
    reviewed,
    reviewBy,
    review: !reviewBy ? 'later' : reviewBy < today ? 'overdue' : reviewBy <= daysAfter(today, SOON_DAYS) ? 'soon' : 'later',
    used: used && (used.get(id) ?? 0),
  }
}

const isIn = (row: IntentRow, state: IntentFilter['state']): boolean =>
  state === '' || state === row.state || state === row.review || (state === 'safety' && row.isSafety)

const byTitle = (one: IntentRow, other: IntentRow): number =>
  one.programme.localeCompare(other.programme) || one.title.localeCompare(other.title)

const daysAfter = (day: string, days: number): string => DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() ?? day

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
