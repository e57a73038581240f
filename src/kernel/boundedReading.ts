type Bounds = { keptMs: number; timeoutMs: number }

/**
 * A question that may be asked often and may hang: its answer is kept for `keptMs`, no second one is asked while the
 * first has no answer, and after `timeoutMs` whoever asks goes without (undefined, as when it fails). Never rejects.
 */
export function boundedReading<T>(read: () => Promise<T>, { keptMs, timeoutMs }: Bounds): () => Promise<T | undefined> {
  let kept: { value: T; until: number } | undefined
  let asked: Promise<T | undefined> | undefined

  async function ask(): Promise<T | undefined> {
    try {
      const value = await read()
      kept = { value, until: performance.now() + keptMs }
      return value
    } catch {
      return undefined
    } finally {
      asked = undefined
    }
  }

  return async () => {
    if (kept && performance.now() < kept.until) return kept.value
    asked ??= ask()
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, undefined)
    })
    return Promise.race([asked, tooLong]).finally(() => clearTimeout(timer))
  }
}
