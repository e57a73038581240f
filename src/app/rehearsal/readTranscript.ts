import { DateTime } from 'luxon'
import { parse } from 'yaml'
import { z } from 'zod'

/** One line of a transcript. */
export type Step =
  | { does: 'says' | 'taps' | 'sends' | 'edits' | 'waits' | 'handsBack'; what: string }
  | { does: 'checks'; what: string }
  | { does: 'opens' | 'forgets' | 'looks' | 'staffAnswer' }
  | { expects: 'text' | 'notText' | 'choices' | 'escalated' | 'note'; what: string }
  | { expects: 'nothing' }

export type Line = { line: string; step: Step }
/** `clinics`: appointments are booked in the demo's clinics, finally or for the office to confirm. */
export type Transcript = { about: string; now: DateTime; lines: Line[]; clinics: 'direct' | 'request' | undefined }

const NOW = /^(\d{4}-\d\d-\d\dT\d\d:\d\d) \(([\w/]+)\)$/

const transcriptSchema = z.strictObject({
  about: z.string().min(1),
  now: z.string().regex(NOW, 'must look like 2026-11-23T10:00 (Europe/London)'),
  clinics: z.enum(['direct', 'request']).optional(),
  talk: z.string().min(1),
})

/** Reads a transcript. Throws where a line says nothing that we know. */
export function readTranscript(yaml: string): Transcript {
  const { about, now, talk, clinics } = transcriptSchema.parse(parse(yaml))
  const [, time = '', zone = ''] = NOW.exec(now) ?? []
  const lines = talk.split('\n').filter((line) => line.trim() && !line.trim().startsWith('#'))
  return { about, now: DateTime.fromISO(time, { zone }), lines: lines.map((line) => ({ line, step: readStep(line.trim()) })), clinics }
}

const SILENCE = '(nothing)'
const WORDS: [RegExp, (what: string) => Step][] = [
  [/^>\s+(.+)$/, (what) => ({ does: 'says', what })],
  [/^<!\s+(.+)$/, (what) => ({ expects: 'notText', what })],
  [/^<\s+\[(.+)\]$/, (what) => ({ expects: 'choices', what })],
  [/^<\s+(.+)$/, (what) => (what === SILENCE ? { expects: 'nothing' } : { expects: 'text', what })],
  [/^tap:\s+(.+)$/, (what) => ({ does: 'taps', what })],
  [/^send:\s+(photo|video|voice note|sticker|file|location)$/, (what) => ({ does: 'sends', what })],
  [/^edit:\s+(.+)$/, (what) => ({ does: 'edits', what })],
  [/^wait:\s+(\d+ ?[dhm](?: ?\d+ ?m)?)$/, (what) => ({ does: 'waits', what })],
  [/^escalated:\s+(.+)$/, (what) => ({ expects: 'escalated', what })],
  [/^note:\s+(.+)$/, (what) => ({ expects: 'note', what })],
  [/^check: (.+)$/, (what) => ({ does: 'checks', what })],
  [/^(open)s? the chat$/, () => ({ does: 'opens' })],
  [/^the bot (forgets)$/, () => ({ does: 'forgets' })],
  [/^(\w+) answers, and hands back$/, (what) => ({ does: 'handsBack', what })],
  [/^the service (looks) at what waits$/, () => ({ does: 'looks' })],
  [/^(staff) answer, and hand back$/, () => ({ does: 'staffAnswer' })],
]

function readStep(line: string): Step {
  for (const [pattern, toStep] of WORDS) {
    const match = pattern.exec(line)
    if (match) return toStep(match[1] ?? '')
  }
  throw new Error(`This line cannot be read: ${line}`)
}

/** How long a line waits: `36h`, `2d 3h`. */
export function durationOf(what: string) {
  const part = (unit: string) => Number(new RegExp(`(\\d+) ?${unit}`).exec(what)?.[1] ?? 0)
  return { days: part('d'), hours: part('h'), minutes: part('m') }
}
