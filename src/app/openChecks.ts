import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { parse } from 'yaml'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import type { CheckResult } from '../content/checks.ts'
import type { Draft, DraftState } from '../content/draft.ts'
import { personalGate } from '../content/gates/personalGate.ts'
import type { FolderFiles } from '../content/liveFiles.ts'
import { type CheckWork, createPostgresChecks } from '../content/postgresChecks.ts'
import { type ServiceFacts, serviceFactsSchema } from '../content/serviceFactsSchema.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Checked } from './checkDraft.ts'
import type { CheckLesson, CheckNews } from './checkWorker.ts'
import { PACK } from './openPack.ts'
import type { Stores } from './openStores.ts'

/** So many real messages are read at most. */
const RECENT = 10_000
/** The words of the conversations that must go on are told with these facts, whatever the service's own are. */
const REHEARSAL_FACTS = join(import.meta.dirname, '../../demo/service.yaml')

/** So long a stop waits for a check to end its piece of work. */
const STOP_MS = 10_000

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  draft: Pick<Draft, 'state'>
  folderFiles: FolderFiles
  /** The newest distinct messages of patients, masked. */
  recentMessages: (limit: number) => Promise<string[]>
  /** What in a text may say who somebody is, in words. */
  findPersonal: (text: string) => string[]
  facts: () => Promise<ServiceFacts>
  clock: Clock
  log: Log
  /** Absent where the database is this process's alone. */
  databaseUrl?: string | undefined
  folder?: string | undefined
  sentenceModel?: string | undefined
  learnt?: string | undefined
}

/** What a draft would change, and what stands against publishing it: found out in a thread of its own. `stop` before the stores close. */
export function openChecks({ stores, draft, folderFiles, recentMessages, findPersonal, facts, clock, log, ...where }: Deps) {
  const { database, sealer } = stores

  async function lessonOf({ live, draft: changed }: DraftState): Promise<Omit<CheckLesson, 'ending'>> {
    const [recent, quoted, service, demo] = await Promise.all([
      recentMessages(RECENT),
      folderFiles(),
      facts(),
      readFile(REHEARSAL_FACTS, 'utf8'),
    ])
    const { folder = PACK, sentenceModel, learnt, databaseUrl } = where
    return {
      live,
      draft: changed,
      quoted,
      beside: folder,
      recent,
      facts: service,
      rehearsalFacts: serviceFactsSchema.parse(parse(demo)),
      today: clock.now().setZone(service.timeZone).toISODate() ?? '',
      ...(sentenceModel && { sentenceModel }),
      ...(learnt && { learnt }),
      ...(databaseUrl && !database.exclusive && { databaseUrl }),
    }
  }

  /** Personal data is looked for here: what finds it belongs to this process. */
  const withPersonal = ({ result, examples }: Checked): CheckResult =>
    result.gates.some(({ id, passed }) => id === 'readable' && !passed)
      ? result
      : { ...result, gates: [...result.gates, personalGate(examples, findPersonal)] }

  function work(state: DraftState, onProgress: (done: number, total: number) => void): CheckWork {
    const ending = new Int32Array(new SharedArrayBuffer(4))
    let exited: Promise<unknown> | undefined
    async function begin(): Promise<CheckResult> {
      const lesson = await lessonOf(state)
      if (Atomics.load(ending, 0)) throw new Error('The check was stopped.')
      const worker = new Worker(new URL('./checkWorker.ts', import.meta.url), { workerData: { ...lesson, ending } satisfies CheckLesson })
      exited = once(worker, 'exit')
      return withPersonal(await endOf(worker, onProgress, log))
    }
    return {
      ended: begin(),
      async stop() {
        Atomics.store(ending, 0, 1)
        await Promise.race([exited, setTimeout(STOP_MS, undefined, { ref: false })])
      },
    }
  }

  const auditIn = (db: typeof database.db) => createPostgresAudit(db, clock)
  return createPostgresChecks({ db: database.db, sealer, draft, work, auditIn, clock, log })
}

function endOf(worker: Worker, onProgress: (done: number, total: number) => void, log: Log): Promise<Checked> {
  return new Promise((resolve, reject) => {
    worker.on('message', (news: CheckNews) => {
      if (news.kind === 'ended') resolve(news.checked)
      else if (news.kind === 'log') log[news.level](news.event, news.facts)
      else onProgress(news.done, news.total)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The check ended with ${code}.`)))
  })
}
