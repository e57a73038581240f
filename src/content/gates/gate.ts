import type { Gate } from '../checks.ts'

/** So many reasons of one kind are told; who mends these finds the next ones with the next check. */
const MOST = 12

/** A gate that is passed where nothing speaks against it. */
export const gate = (id: string, title: string, reasons: string[], warnings: string[] = []): Gate => ({
  id,
  title,
  passed: reasons.length === 0,
  reasons: few(reasons),
  ...(warnings.length > 0 && { warnings: few(warnings) }),
})

const few = (all: string[]): string[] => (all.length <= MOST ? all : [...all.slice(0, MOST), `And ${all.length - MOST} more of this kind.`])

/** As patients or admins wrote it. */
export const quote = (text: string): string => `“${text}”`
