/** Why a file cannot be brought in: it is something else than CSV, or more than is taken at once. */
export type NoCsv = 'empty' | 'workbook' | 'pdf' | 'utf16' | 'binary' | 'longLine' | 'manyLines'

const beginnings: [NoCsv, number[]][] = [
  // Excel's and other offices' files are zip archives; Excel's old ones begin otherwise.
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['utf16', [0xff, 0xfe]],
  ['utf16', [0xfe, 0xff]],
]

/** All rows are in memory at once, beside everything else that the process does. */
export const MOST_LINES = 250_000
/** Bytes: more than any row that is read. */
const LONGEST_LINE = 400_000

const [LF, CR] = [0x0a, 0x0d]

/** Why a file cannot be one to bring in, by its bytes alone; undefined where it may be one. */
export function whatFile(bytes: Uint8Array): NoCsv | undefined {
  if (bytes.length === 0) return 'empty'
  const known = beginnings.find(([, beginning]) => beginning.every((byte, index) => bytes[index] === byte))
  if (known) return known[0]
  if (bytes.includes(0)) return 'binary'
  let lines = 1
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== LF && byte !== CR) continue
    if (at - from > LONGEST_LINE) return 'longLine'
    from = at + 1
    if (byte === LF || bytes[from] !== LF) lines += 1
  }
  if (bytes.length - from > LONGEST_LINE) return 'longLine'
  return lines > MOST_LINES ? 'manyLines' : undefined
}
