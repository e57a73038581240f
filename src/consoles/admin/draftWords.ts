import { basename } from 'node:path'
import type { Answered } from '../../content/checks.ts'
import type { FileDifference } from '../../content/diffFiles.ts'

const folders: Record<string, string> = {
  aaa: 'AAA',
  guides: 'Step by step',
  languages: 'Other languages',
  texts: 'Fixed texts',
}

/** The folder of a file as people call it: `diabetic_eye` is "Diabetic eye". */
export function folderWords(folder: string): string {
  const words = folder.replaceAll('_', ' ')
  return folders[folder] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

const editPages: Record<string, string> = { texts: '/admin/texts', languages: '/admin/languages' }
const editedAsFiles = new Set(['conversations', 'evaluation', 'guides'])

/** The page that changes a file of the pack; undefined where it is changed as a file only, or is taken out. */
export function editPageOf({ path, folder, kind }: Pick<FileDifference, 'path' | 'folder' | 'kind'>): string | undefined {
  if (kind === 'removed' || editedAsFiles.has(folder)) return
  return `${editPages[folder] ?? '/admin/intents'}/${basename(path, '.yaml')}`
}

export const kindWords: Record<FileDifference['kind'], string> = { new: 'New', removed: 'Taken out', changed: 'Changed' }

const percent = (share: number): string => `${(share * 100).toFixed(1).replace(/\.0$/, '')}%`

const figureNames: Record<string, string> = {
  accuracy: 'Understood at once',
  top3: 'With the right one among the first three',
  none: 'What is none of our business, kept apart',
  falseAlarms: 'Alarms of the safety gate without a danger',
}

/** How well a version understands, as far as it was measured. */
export function figureRows(live: Record<string, number> = {}, draft: Record<string, number> = {}) {
  const names = [...new Set([...Object.keys(live), ...Object.keys(draft)])]
  return names.map((name) => ({
    name: figureNames[name] ?? plain(name),
    live: shown(live[name]),
    draft: shown(draft[name]),
    change: difference(live[name], draft[name]),
  }))
}

/** topThree as "Top three". */
function plain(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Shares as percentages; what is more than a share is a count. */
const shown = (figure: number | undefined): string =>
  figure === undefined ? '' : figure <= 1 ? percent(figure) : figure.toLocaleString('en-GB')

function difference(live: number | undefined, draft: number | undefined): string {
  if (live === undefined || draft === undefined || live > 1 || draft > 1) return ''
  const points = Math.round((draft - live) * 1000) / 10
  return points === 0 ? 'the same' : `${points > 0 ? '+' : '−'}${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`
}

export const verdictWords = { better: 'Better', worse: 'Worse', different: 'Different' } as const

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

/** What somebody would be answered. */
export function answeredWords(answered: Answered, titleOf: (id: string) => string): { words: string; sure?: string } {
  switch (answered.kind) {
    case 'danger':
      return { words: `Safety reply: ${answered.finding}` }
    case 'language':
      return { words: `Offers an interpreter: the message is in ${languageNames.of(answered.language)}` }
    case 'understood':
      return { words: `Answers ${listed(answered.intents.map(titleOf))}`, sure: percent(answered.confidence) }
    case 'unsure':
      return { words: `Asks which is meant: ${listed(answered.intents.map(titleOf))}`, sure: percent(answered.confidence) }
    case 'notUnderstood':
      return { words: 'Not understood' }
  }
}

const listed = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(', ')
