import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rehearsed } from '../../content/gates/conversationsGate.ts'
import type { Wording } from '../../content/wording.ts'
import { type PlayedLine, playTranscript } from './playTranscript.ts'
import { readTranscript, type Transcript } from './readTranscript.ts'
import { type Cast, startTalk } from './startTalk.ts'

/** The transcripts of a folder; none where there is no such folder. */
export async function readTranscripts(folder: string): Promise<Transcript[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(files.map(async (name) => readTranscript(await readFile(join(folder, name), 'utf8'))))
}

/** Plays a transcript, and says which of its lines are not met. */
export async function rehearse(cast: Cast, { about, now, lines }: Transcript, wording: Wording): Promise<Rehearsed> {
  const played = await playTranscript(startTalk(cast, { now }), lines, { wording }).catch((error: Error): PlayedLine[] => [
    { line: about, met: false, instead: [`the bot fails: ${error.name}`] },
  ])
  return { about, unmet: played.flatMap(({ line, met, instead }, at) => (met ? [] : [{ at, line, instead }])) }
}
