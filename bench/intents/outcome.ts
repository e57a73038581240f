import type { EngineFigures } from './measureEngine.ts'

/** An engine's figures on a set, or why there are none. */
export type Outcome = EngineFigures | { left: string }
