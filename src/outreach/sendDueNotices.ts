import { errorFacts } from '../kernel/errorFacts.ts'
import type { Notices } from './notices.ts'
import { type TellDeps, type TellOutcome, tellNotice } from './tellNotice.ts'

type Deps = Omit<TellDeps, 'notices'> & {
  notices: TellDeps['notices'] & Pick<Notices, 'take'>
  /** Turns false when the process is about to stop. */
  mayBegin: () => boolean
}

/** So few at once that all are tried before another process may take them for abandoned. */
const AT_ONCE = 10

/** Sends what is due, one after the other, until nothing is or nobody can be told anything. */
export async function sendDueNotices(deps: Deps): Promise<void> {
  const { notices, clock, mayBegin } = deps
  while (mayBegin()) {
    const due = await notices.take(clock.now().toJSDate(), AT_ONCE)
    for (const [at, notice] of due.entries()) {
      const outcome = mayBegin() ? await tellSafely(deps, notice) : 'denied'
      if (outcome === 'tried') continue
      for (const untouched of due.slice(at)) await notices.putOff(untouched, clock.now().toJSDate())
      return
    }
    if (due.length < AT_ONCE) return
  }
}

/** One that cannot be told keeps nobody else from being told; it is taken again when its claim has grown old. */
async function tellSafely(deps: Deps, notice: Parameters<typeof tellNotice>[1]): Promise<TellOutcome> {
  try {
    return await tellNotice(deps, notice)
  } catch (error) {
    deps.log.warn('notice.broken', { notice: notice.id, kind: notice.kind, ...errorFacts(error) })
    return 'tried'
  }
}
