import { type DemoClinics, openDemoClinics } from './demoClinics.ts'
import type { Line, Step, Transcript } from './readTranscript.ts'
import { type Said, startTalk, type Talk } from './talk.ts'

const ATTACHMENTS: Record<string, string> = {
  photo: 'image',
  video: 'video',
  'voice note': 'audio',
  sticker: 'application/x-sticker',
  file: 'file',
  location: 'location',
}

/** A turn as it went: what the bot said in it, the reasons it called staff for, and how far the expected lines have come. */
type Turn = { said: Said[]; reasons: string[]; notes: string; matched: number; shown: boolean }

/** Plays a transcript with the real bot. Returns it with what was actually said wherever that is not as written; blank when all is. */
export async function playTranscript({ now, lines, clinics }: Transcript): Promise<string> {
  const demo = clinics ? await openDemoClinics(clinics) : undefined
  try {
    return await play(
      await startTalk({ now, ...(demo && { appointments: demo.appointments, conversationId: demo.conversationId }) }),
      lines,
      demo,
    )
  } finally {
    await demo?.close()
  }
}

async function play(talk: Talk, lines: Line[], demo: DemoClinics | undefined): Promise<string> {
  const report: string[] = []
  let turn: Turn = { said: [], reasons: [], notes: '', matched: 0, shown: true }
  let failures = 0

  for (const { line, step } of lines) {
    if ('does' in step) turn = await does(talk, step, demo)
    if ('does' in step || isMet(step, turn)) report.push(`  ${line}`)
    else {
      failures += 1
      report.push(`✗ ${line}`, ...(turn.shown ? [] : actual(turn)))
      turn.shown = true
    }
  }
  return failures === 0 ? '' : report.join('\n')
}

async function does(talk: Talk, step: Extract<Line['step'], { does: string }>, demo: DemoClinics | undefined): Promise<Turn> {
  const before = talk.escalations.length
  const said = await act(talk, step, demo)
  const reasons = talk.escalations.slice(before).map(({ reason }) => reason)
  const notes = talk.escalations.map(({ note }) => note ?? '').join('\n')
  return { said, reasons, notes, matched: 0, shown: false }
}

async function act(talk: Talk, step: Extract<Step, { does: string }>, demo: DemoClinics | undefined): Promise<Said[]> {
  switch (step.does) {
    case 'checks':
      await demo?.check(step.what, talk.now())
      return talk.opens('identityChecked')
    case 'says':
      return talk.says(step.what)
    case 'taps':
      return talk.taps(step.what)
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
function isMet(step: Extract<Step, { expects: string }>, turn: Turn): boolean {
  switch (step.expects) {
    case 'text': {
      const at = turn.said.findIndex(({ text }, index) => index >= turn.matched && oneLine(text).includes(oneLine(step.what)))
      if (at >= 0) turn.matched = at
      return at >= 0
    }
    case 'notText':
      return !turn.said.some(({ text, choices }) =>
        oneLine([text, ...choices].join(' '))
          .toLowerCase()
          .includes(oneLine(step.what).toLowerCase()),
      )
    case 'choices':
      return turn.said.some(({ choices }) =>
        areOffered(
          step.what.split('|').map((title) => title.trim()),
          choices,
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

/** `…` stands for any other choices. */
function areOffered(expected: string[], choices: string[]): boolean {
  const titles = expected.filter((title) => title !== '…')
  if (titles.length === expected.length) return expected.join('|') === choices.join('|')
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

function durationOf(what: string) {
  const part = (unit: string) => Number(new RegExp(`(\\d+) ?${unit}`).exec(what)?.[1] ?? 0)
  return { days: part('d'), hours: part('h'), minutes: part('m') }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
