/** Waits that end early when there is reason to hope: the network is back, the person looks at the page, or asks. */
const waiting = new Set<() => void>()

/** Milliseconds. */
export function pause(duration: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      waiting.delete(done)
      resolve()
    }
    const timer = setTimeout(done, duration)
    waiting.add(done)
  })
}

export function endPauses(): void {
  for (const done of [...waiting]) done()
}

/** How long to wait before try number `attempt` (from 0): 1, 2, 4 … 15 seconds, spread so that not all come at once. */
export function backOff(attempt: number): number {
  return Math.min(15_000, 1000 * 2 ** attempt) * (0.5 + Math.random() / 2)
}
