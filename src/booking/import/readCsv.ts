import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { decodeText, NotUtf8, type Source } from './decodeText.ts'
import type { Fault } from './importOutcome.ts'
import { readHeader } from './readHeader.ts'

/** A row of the file. `line`: where it begins. A column that the file does not have is blank in every row. */
export type CsvRow = { line: number; values: Partial<Record<string, string>> }

type Shape = {
  /** Every column there is. */
  columns: readonly string[]
  /** Of each of these lists the file needs at least one column. */
  required: readonly (readonly string[])[]
}

const longestRow = 100_000

/**
 * Reads a CSV file with a header, row by row; rows without any value are left out. What is wrong goes to `fault`, and the rows after it are
 * read all the same where they can be, until `isEnough` of it was found.
 */
export async function* readCsv(
  source: Source,
  { columns, required }: Shape,
  fault: (found: Fault) => void,
  isEnough: () => boolean = () => false,
): AsyncGenerator<CsvRow> {
  let names: (string | undefined)[] | undefined
  try {
    for await (const { record, line } of await records(source, fault)) {
      if (record.every((value) => value.trim() === '') || isSeparatorLine(record, line)) continue
      if (isEnough()) {
        fault({ line, reason: 'there are too many faults: from here on the file was not read' })
        return
      }
      if (!names) {
        names = readHeader(record, line, columns, required, fault)
        if (!names) return
        continue
      }
      const { length } = names
      const isTooLong = record.slice(length).some((value) => value.trim() !== '')
      if (record.length < length || isTooLong)
        fault({ line, reason: `the row has ${record.length} values, the header ${length} columns; a comma may need quotation marks` })
      else yield { line, values: toValues(names, record) }
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    fault({ line: error.line, reason: 'from here on the file is not UTF-8: in Excel save it as "CSV UTF-8 (Comma delimited)"' })
    return
  }
  if (!names) fault({ line: 1, reason: 'the file is empty: the first line names the columns' })
}

type CsvRecord = { record: string[]; line: number }

async function records(source: Source, fault: (found: Fault) => void): Promise<AsyncIterable<CsvRecord>> {
  const text = decodeText(source)
  const beginning = await firstLine(text)
  const delimiter = /^\ufeff?"?sep=([,;\t|])"?(?:\n|$)/i.exec(beginning)?.[1] ?? ','
  let lastLine = 0
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: longestRow,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_records_with_error: true,
    on_record: (record, { lines }) => {
      const line = lastLine + 1
      lastLine = lines
      return { record, line } as never
    },
  })
  parser.on('skip', (error: { code: string; lines: number }) => {
    // A row may be complained of several times.
    if (lastLine < error.lines) fault({ line: lastLine + 1, reason: whyUnreadable(error.code) })
    lastLine = error.lines
  })
  const whole = Readable.from(joined(beginning, text))
  whole.on('error', (error) => parser.destroy(error))
  return whole.pipe(parser)
}

/** At least the first line, as it is needed before anything is parsed; not all of a file that has no lines. */
async function firstLine(text: AsyncGenerator<string>): Promise<string> {
  let beginning = ''
  while (!beginning.includes('\n') && beginning.length < longestRow) {
    const { value, done } = await text.next()
    if (done) break
    beginning += value
  }
  return beginning
}

async function* joined(beginning: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (beginning) yield beginning
  for await (const piece of rest) if (piece) yield piece
}

/** Excel's way to say what stands between values. */
function isSeparatorLine([first = '', ...others]: string[], line: number): boolean {
  return line === 1 && /^sep=.?$/i.test(first) && others.every((value) => value === '')
}

function toValues(names: (string | undefined)[], record: string[]): CsvRow['values'] {
  const values: CsvRow['values'] = {}
  names.forEach((name, index) => {
    if (name) values[name] = record[index]?.trim() ?? ''
  })
  return values
}

/** csv-parse's own messages repeat what is in the file. */
function whyUnreadable(code: string): string {
  if (code === 'CSV_MAX_RECORD_SIZE') return `the row is longer than ${longestRow} characters; a quotation mark may not be closed`
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is not closed; nothing after it was read'
  return 'the quotation marks are wrong: a value in quotation marks has them at both ends, and doubled inside'
}
