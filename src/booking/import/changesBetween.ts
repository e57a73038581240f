import type { Change } from './importPreview.ts'

type Cells = Partial<Record<string, string>>

/** The columns in which two differ, in the order of either. */
export function changesBetween(before: Cells, after: Cells): Change[] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return columns.filter((column) => before[column] !== after[column]).map((column) => change(column, before[column], after[column]))
}

export const change = (column: string, before: string | undefined, after: string | undefined): Change => ({
  column,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})
