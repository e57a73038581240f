/** Minutes to wait after the first, second … try that failed. After the last of them nobody waits any longer. */
const minutes = [1, 2, 5, 10, 20, 30, 60, 120]

/** What Notify took without saying so can be found after this time. */
const SETTLED_MINUTES = 5

/** When to try again after `attempts` earlier tries; undefined when that was the last. */
export function retryAt(now: Date, attempts: number, unknown: boolean): Date | undefined {
  const wait = minutes[attempts]
  return wait === undefined ? undefined : new Date(now.getTime() + Math.max(wait, unknown ? SETTLED_MINUTES : 0) * 60_000)
}

/** How long nothing is sent to anybody after Notify has refused the key. */
export const DENIED_MINUTES = 5
