/** What is wrong in a file, and where. It never holds a value of the file, which may be a person's. */
export type Fault = { line: number; column?: string; reason: string }

/** `changed` and `unchanged` count what was there before. */
export type Counts = { added: number; changed: number; unchanged: number }

export type ImportOutcome<Summary> =
  | ({ kind: 'imported' } & Summary)
  /** Nothing was changed. The faults stand in the order of the file. */
  | { kind: 'refused'; faults: Fault[] }
  /** Another import is at work, or somebody booked at the same moment; nothing was changed, and it may be tried again. */
  | { kind: 'busy' }

export type Progress = { step: 'reading' | 'checking' | 'writing'; done: number; of?: number }

/** Called now and then while an import is at work. */
export type OnProgress = (progress: Progress) => void

/** In the order of the file. */
export const inOrder = (faults: Fault[]): Fault[] => faults.toSorted((one, other) => one.line - other.line)
