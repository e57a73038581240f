import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log, LogFacts } from '../kernel/log.ts'

/** From the signal to the end. A supervisor should wait a little longer before it kills. */
export const STOP_WITHIN_MS = 20_000
/** For so long `/readyz` says `stopping` while everything is served, so that a balancer sends no more. */
const NOTICE_MS = 2_000
/** The same press of Ctrl+C may come twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 500

type App = { stop(how: { noticeMs: number }): Promise<void>; left(): LogFacts }
type Options = { withinMs?: number; noticeMs?: number }

/**
 * Ends the process in good order at SIGTERM or SIGINT: with 0 when all that was begun is done, with 1 and a line of the log
 * that says what was left after `withinMs`. A second signal ends it at once. Ctrl+C gives no notice to anybody.
 */
export function stopOnSignals(app: App, log: Log, { withinMs = STOP_WITHIN_MS, noticeMs = NOTICE_MS }: Options = {}): void {
  let begun: number | undefined

  function end(code: number): never {
    process.exit(code)
  }

  function onSignal(signal: NodeJS.Signals): void {
    if (begun !== undefined) {
      if (performance.now() - begun < SAME_PRESS_MS) return
      log.warn('stop.forced', { signal, ...app.left() })
      end(1)
    }
    begun = performance.now()
    log.info('stop.begun', { signal })
    setTimeout(() => {
      log.error('stop.unfinished', { withinMs, ...app.left() })
      end(1)
    }, withinMs)
    app.stop({ noticeMs: signal === 'SIGTERM' ? noticeMs : 0 }).then(
      () => {
        log.info('stop.done', { ms: Math.round(performance.now() - (begun ?? 0)) })
        end(0)
      },
      (error) => {
        log.error('stop.failed', errorFacts(error))
        end(1)
      },
    )
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal)
}
