import type { Fault } from './importOutcome.ts'

/** The columns in the order of the file, undefined where a heading is blank; undefined altogether when a row cannot be read by them. */
export function readHeader(
  headings: string[],
  line: number,
  columns: readonly string[],
  required: readonly (readonly string[])[],
  fault: (found: Fault) => void,
): (string | undefined)[] | undefined {
  const faults: Fault[] = []
  const names = headings.map((heading) => toName(heading))
  names.forEach((name, index) => {
    const where = `column ${index + 1} (${letters(index)})`
    if (name === '') return
    // The heading is not repeated: in a file without a header it is somebody's.
    if (!columns.includes(name)) faults.push({ line, reason: `the heading of ${where} is not known. Known: ${columns.join(', ')}` })
    else if (names.indexOf(name) !== index)
      faults.push({ line, column: name, reason: `there twice: ${where} has the same heading as an earlier one` })
  })
  for (const choice of required)
    if (!choice.some((name) => names.includes(name))) faults.push({ line, reason: `the column ${choice.join(' or ')} is missing` })
  faults.forEach(fault)
  if (faults.length > 0) return undefined
  return names.map((name) => name || undefined).slice(0, names.findLastIndex((name) => name !== '') + 1)
}

const toName = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** As a spreadsheet calls it. */
function letters(index: number): string {
  return (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
}
