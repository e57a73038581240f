import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../../../src/booking/import/importOutcome.ts'
import { readCsv } from '../../../../src/booking/import/readCsv.ts'

const shape = { columns: ['a', 'b', 'long_name'], required: [['a'], ['b', 'long_name']] }

async function read(...pieces: (string | Uint8Array)[]) {
  const faults: Fault[] = []
  const rows = []
  for await (const row of readCsv(pieces, shape, (fault) => faults.push(fault))) rows.push(row)
  return { rows, faults }
}

describe('a file is read', () => {
  const wanted = [{ line: 2, values: { a: '1', b: 'x, y' } }]

  test.each([
    ['plainly', 'a,b\n1,"x, y"\n'],
    ['without a line end', 'a,b\n1,"x, y"'],
    ['with CRLF', 'a,b\r\n1,"x, y"\r\n'],
    ['with CR', 'a,b\r1,"x, y"\r'],
    ['with a mark', '\ufeffa,b\n1,"x, y"\n'],
    ['with spaces', ' a , B \n 1 ,"x, y "\n'],
    ['with empty rows', 'a,b\n1,"x, y"\n\n,\n  ,\n'],
    ['with columns too many that are blank', 'a,b,\n1,"x, y",,,\n'],
  ])('%s', async (_how, text) => {
    expect(await read(text)).toEqual({ rows: wanted, faults: [] })
    expect(await read(Buffer.from(text))).toEqual({ rows: wanted, faults: [] })
    expect(await read(...[...Buffer.from(text)].map((byte) => Uint8Array.of(byte)))).toEqual({ rows: wanted, faults: [] })
  })

  test.each([',', ';', '\t'])("with Excel's line about %j", async (separator) => {
    const text = `\ufeffsep=${separator}\r\na${separator}b\r\n1${separator}2\r\n`
    expect(await read(text)).toEqual({ rows: [{ line: 3, values: { a: '1', b: '2' } }], faults: [] })
  })

  test('whatever the case and the order of its columns', async () => {
    const { rows } = await read('Long Name,A\nx,1\n')
    expect(rows).toEqual([{ line: 2, values: { long_name: 'x', a: '1' } }])
  })

  test('lines are counted as an editor does, also inside quotation marks', async () => {
    const { rows } = await read('a,b\r\n1,"two\r\nlines"\r\n\r\n2,"say ""so"""\r\n')
    expect(rows).toEqual([
      { line: 2, values: { a: '1', b: 'two\nlines' } },
      { line: 5, values: { a: '2', b: 'say "so"' } },
    ])
  })

  test('letters of two bytes may be broken between pieces', async () => {
    const bytes = Buffer.from('a,b\n1,Zoë\n')
    const half = bytes.indexOf(0xc3) + 1
    expect((await read(bytes.subarray(0, half), bytes.subarray(half))).rows[0]?.values.b).toBe('Zoë')
  })
})

describe('what is wrong is named, and never repeated', () => {
  test.each([
    ['nothing is in it', '', 1, 'the file is empty'],
    ['a column is not known', 'a,b,Ada Example\n1,2,3\n', 1, 'the heading of column 3 (C) is not known. Known: a, b, long_name'],
    ['a column is there twice', 'a,b,A\n1,2,3\n', 1, 'there twice: column 3 (C)'],
    ['a column is missing', 'b\n2\n', 1, 'the column a is missing'],
    ['one of two columns is missing', 'a\n2\n', 1, 'the column b or long_name is missing'],
    ['a row is too long', 'a,b\n1,2,3\n', 2, 'the row has 3 values, the header 2 columns'],
    ['a row is too short', 'a,b\n1\n', 2, 'the row has 1 values, the header 2 columns'],
    ['a quotation mark stands in a value', 'a,b\n1,x"y"\n', 2, 'the quotation marks are wrong'],
    ['a quotation mark is not closed', 'a,b\n1,2\n1,"x\n2,3\n', 3, 'a quotation mark is not closed'],
    ['a row never ends', `a,b\n1,"${'x\n'.repeat(80_000)}`, 2, 'longer than 100000 characters'],
  ])('when %s', async (_why, text, line, reason) => {
    const { faults } = await read(text)
    expect(faults[0]).toMatchObject({ line, reason: expect.stringContaining(reason) })
    expect(JSON.stringify(faults)).not.toContain('Ada')
  })

  test('the rows after a bad one are read', async () => {
    const { rows, faults } = await read('a,b\n1,x"y"\n3,4\n5\n"6","7"\n')
    expect(rows.map(({ line }) => line)).toEqual([3, 5])
    expect(faults.map(({ line }) => line).sort()).toEqual([2, 4])
  })

  test.each([
    ['Windows-1252', Buffer.from('a,b\n1,Zo\xeb\n', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le')],
    ['a spreadsheet itself', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe])],
  ])('when it is %s', async (_what, bytes) => {
    expect((await read(bytes)).faults).toEqual([{ line: expect.any(Number), reason: expect.stringContaining('UTF-8') }])
  })
})
