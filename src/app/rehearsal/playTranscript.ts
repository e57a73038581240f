import type { DateTime } from 'luxon'
import { asWritten, type Wording } from '../../content/wording.ts'
import { durationOf, type Line, type Step } from './readTranscript.ts'
import type { Said, Talk } from './startTalk.ts'

const ATTACHMENTS: Record<string, string> = {
  photo: 'image',
  video: 'video',
  'voice note': 'audio',
  sticker: 'application/x-sticker',
  file: 'file',
  location: 'location',
}

type Does = Extract<Step, { does: string }>
type Expects = Extract<Step, { expects: string }>

type Options = {
  /** Makes sure who a patient is: `check: Rose Example`. */
  check?: ((name: string, now: DateTime) => Promise<void>) | undefined
  /** How what the transcript quotes reads in the pack that is played. */
  wording?: Wording
}

/** A line as it was played. `instead`: what was said and done, once for each turn, where the line is not met. */
export type PlayedLine = { line: string; met: boolean; instead: string[] }

/** A turn as it went: what the bot said in it, the reasons it called staff for, and how far the expected lines have come. */
type Turn = { said: Said[]; reasons: string[]; notes: string; matched: number; shown: boolean }

/** Plays a transcript's lines in a talk. */
export async function playTranscript(talk: Talk, lines: Line[], { check, wording = asWritten }: Options = {}): Promise<PlayedLine[]> {
  const played: PlayedLine[] = []
  let turn: Turn = { said: [], reasons: [], notes: '', matched: 0, shown: true }
  for (const { line, step } of lines) {
    if ('does' in step) turn = await does(talk, step, { check, wording })
    const met = 'does' in step || isMet(step, turn, wording)
    played.push({ line, met, instead: met || turn.shown ? [] : actual(turn) })
    if (!met) turn.shown = true
  }
  return played
}

/** The transcript with what was actually said wherever that is not as written; blank when all is. */
export function reportOf(played: PlayedLine[]): string {
  if (played.every(({ met }) => met)) return ''
  return played.flatMap(({ line, met, instead }) => [met ? `  ${line}` : `✗ ${line}`, ...instead]).join('\n')
}

async function does(talk: Talk, step: Does, options: Options & { wording: Wording }): Promise<Turn> {
  const before = talk.escalations.length
  const said = await act(talk, step, options)
  const reasons = talk.escalations.slice(before).map(({ reason }) => reason)
  const notes = talk.escalations.map(({ note }) => note ?? '').join('\n')
  return { said, reasons, notes, matched: 0, shown: false }
}

async function act(talk: Talk, step: Does, { check, wording }: Options & { wording: Wording }): Promise<Said[]> {
  switch (step.does) {
    case 'checks':
      await check?.(step.what, talk.now())
      return talk.opens('identityChecked')
    case 'says':
      return talk.says(step.what)
    case 'taps':
      return talk.taps(wording.saidFor(step.what)?.[0] ?? step.what)
    case 'sends':
      return talk.sends(ATTACHMENTS[step.what] ?? step.what)
    case 'edits':
      return talk.edits(step.what)
    case 'opens':
      return talk.opens()
    case 'waits':
      talk.waits(durationOf(step.what))
      return []
    case 'forgets':
      talk.forgets()
      return []
    case 'handsBack':
      return talk.handsBack(step.what)
    case 'looks':
      return talk.looks()
    case 'staffAnswer':
      talk.staffAnswer()
      return []
  }
}

/** Whether the bot did what a line expects. Lines of text are met in their order. */
function isMet(step: Expects, turn: Turn, wording: Wording): boolean {
  switch (step.expects) {
    case 'text': {
      const wanted = wording.saidFor(step.what)?.map(oneLine)
      if (!wanted) return true
      const at = turn.said.findIndex(({ text }, index) => index >= turn.matched && wanted.some((one) => oneLine(text).includes(one)))
      if (at >= 0) turn.matched = at
      return at >= 0
    }
    case 'notText': {
      const said = turn.said.map(({ text, choices }) => oneLine([text, ...choices].join(' ')).toLowerCase())
      return !(wording.saidFor(step.what) ?? []).some((one) => said.some((text) => text.includes(oneLine(one).toLowerCase())))
    }
    case 'choices':
      return turn.said.some(({ choices }) =>
        areOffered(
          step.what.split('|').map((title) => title.trim()),
          choices,
          wording,
        ),
      )
    case 'nothing':
      return turn.said.length === 0
    case 'escalated':
      return step.what === 'nothing' ? turn.reasons.length === 0 : turn.reasons.join(', ') === step.what
    case 'note':
      return turn.notes.includes(step.what)
  }
}

/** `…` stands for any other choices, and so does what is the pack's own to offer where the pack is another. */
function areOffered(expected: string[], choices: string[], { isFree }: Wording): boolean {
  const titles = expected.filter((title) => title !== '…' && !isFree(title))
  if (titles.length === expected.length && !choices.some(isFree)) return expected.join('|') === choices.join('|')
  return titles.every((title) => choices.includes(title))
}

function actual({ said, reasons, notes }: Turn): string[] {
  const spoken = said.flatMap(({ text, choices }) => [
    ...text.split('\n').filter(Boolean),
    ...(choices.length > 0 ? [`[${choices.join(' | ')}]`] : []),
  ])
  return [
    ...(spoken.length > 0 ? spoken : ['(nothing)']).map((line) => `      it said: ${line}`),
    `      escalated: ${reasons.join(', ') || 'nothing'}`,
    ...(notes.trim() ? [`      note: ${notes.trim()}`] : []),
  ]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
