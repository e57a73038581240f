import { setImmediate, setTimeout } from 'node:timers/promises'

/** Between a thread and the one that may end it. A thread that is ended while native code works for it takes the whole process with it. */
export type NativeWork = Int32Array<SharedArrayBuffer>

const ENDING = 0
const AT_WORK = 1
const LOOK_MS = 5

/** For a thread that is about to begin: until it calls `nativeLoaded`, it is loading native code. */
export function createNativeWork(): NativeWork {
  const shared = new Int32Array(new SharedArrayBuffer(8))
  shared[AT_WORK] = 1
  return shared
}

/** In the thread: all modules are loaded. */
export const nativeLoaded = (shared: NativeWork): void => void Atomics.store(shared, AT_WORK, 0)

/** In the thread: does a piece of native work, one at a time; rejects where the thread is to end. */
export async function withNative<T>(shared: NativeWork, work: () => Promise<T>): Promise<T> {
  Atomics.store(shared, AT_WORK, 1)
  try {
    if (Atomics.load(shared, ENDING)) throw new Error('It is to end.')
    const done = await work()
    // What called back from native code has returned by then.
    await setImmediate()
    return done
  } finally {
    Atomics.store(shared, AT_WORK, 0)
  }
}

/** Outside of it: no native work is begun any more, and none is at work when this resolves, or the thread `hasEnded`. It can be ended then. */
export async function endNative(shared: NativeWork, hasEnded: () => boolean): Promise<void> {
  Atomics.store(shared, ENDING, 1)
  while (Atomics.load(shared, AT_WORK) && !hasEnded()) await setTimeout(LOOK_MS)
}
