import { errorFacts } from '../kernel/errorFacts.ts'
import { planUnplanned } from './planUnplanned.ts'
import { sendDueNotices } from './sendDueNotices.ts'

type Deps = Omit<Parameters<typeof sendDueNotices>[0], 'notices' | 'mayBegin'> & {
  notices: Parameters<typeof sendDueNotices>[0]['notices'] & Parameters<typeof planUnplanned>[0]['notices']
}

/** What has notices planned and sent: each minute, and soon after something was booked, changed or cancelled. */
export function createNoticeChores(deps: Deps) {
  let isStopping = false
  let again = false
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    const planned = await planUnplanned(deps)
    if (planned > 0) deps.log.info('notices.planned', { appointments: planned })
    await sendDueNotices({ ...deps, mayBegin: () => !isStopping })
  }

  /** One run at a time in a process; what was asked for meanwhile is done in one more. */
  async function runInTurn(): Promise<void> {
    do {
      again = false
      await run()
    } while (again && !isStopping)
  }

  function start(): Promise<void> {
    if (isStopping) return Promise.resolve()
    again = true
    running ??= runInTurn().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    chores: [{ name: 'notices', cron: '* * * * *', run: start }],
    /** Call it when what was booked, changed or cancelled is committed. It never throws; what it cannot do the next minute does. */
    sendSoon(): void {
      start().catch((error: unknown) => deps.log.warn('notices.notSent', errorFacts(error)))
    },
    /** Begins no other message, and waits for the one that was begun. */
    async stop(): Promise<void> {
      isStopping = true
      await running?.catch(() => undefined)
    },
  }
}
