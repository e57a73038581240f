import { setPriority } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Log, LogFacts } from '../kernel/log.ts'
import { createPostgresModels } from '../nlu/postgresModels.ts'
import { openPostgres } from '../storage/postgres/postgresDatabase.ts'
import { type Checked, type CheckTask, checkDraft } from './checkDraft.ts'
import { openSafety } from './openSafety.ts'
import { openUnderstanding } from './openUnderstanding.ts'

/** `sentenceModel`, `learnt`: folders, the usual ones where absent. `databaseUrl`: where models are shared with other processes. */
export type CheckLesson = CheckTask & {
  sentenceModel?: string
  learnt?: string
  databaseUrl?: string
  /** Not 0: it is to end, before its next piece of work. Ended from outside while the sentence model works it would take the process with it. */
  ending: Int32Array<SharedArrayBuffer>
}

export type CheckNews =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'log'; level: keyof Log; event: string; facts: LogFacts | undefined }
  | { kind: 'ended'; checked: Checked }

/** It says how far it is so often. */
const NEWS_MS = 500
/** Where it cannot step aside, it rests for as long as it worked. */
const WORK_MS = 50

/** Checks a draft beside the service, which goes on answering: with what it leaves of the processor. */
const { sentenceModel, learnt, databaseUrl, ending, ...task } = workerData as CheckLesson
const aside = stepAside()
const log = loggingThere()
const database = databaseUrl === undefined ? undefined : await openPostgres(databaseUrl, log)
const understanding = await openUnderstanding(log, sentenceModel, learnt, database && createPostgresModels(database.db))
const safety = await openSafety(understanding)
const checked = await checkDraft(task, { understanding, findDanger: safety.findDanger, onProgress: telling(), breathe: breathing() })
tell({ kind: 'ended', checked })
await safety.close()
await understanding.close()
await database?.close()

function tell(news: CheckNews): void {
  parentPort?.postMessage(news)
}

function telling(): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    if (performance.now() - last < NEWS_MS) return
    last = performance.now()
    tell({ kind: 'progress', done, total })
  }
}

/** On Linux a thread has a priority of its own, and passes it on to those that it starts. Elsewhere it would be the whole process's. */
function stepAside(): boolean {
  if (process.platform !== 'linux') return false
  setPriority(0, 19)
  return true
}

function breathing(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (Atomics.load(ending, 0)) throw new Error('The check was stopped.')
    const worked = performance.now() - began
    if (aside || worked < WORK_MS) return
    await setTimeout(worked)
    began = performance.now()
  }
}

function loggingThere(): Log {
  const at =
    (level: keyof Log) =>
    (event: string, facts?: LogFacts): void =>
      tell({ kind: 'log', level, event, facts })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
