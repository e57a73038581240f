import { setImmediate } from 'node:timers/promises'

/**
 * The same things in pieces of at most `size`, so that no statement takes long. Between two pieces everything else in this process has its
 * turn: the embedded database leaves none of its own accord.
 */
export async function* inChunks<T>(all: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let from = 0; from < all.length; from += size) {
    yield all.slice(from, from + size)
    await setImmediate()
  }
}
