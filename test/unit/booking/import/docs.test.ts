import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { clinicColumns } from '../../../../src/booking/import/clinicRow.ts'
import { participantColumns } from '../../../../src/booking/import/participantRow.ts'

const root = join(import.meta.dirname, '../../../..')
const document = readFileSync(join(root, 'docs/imports.md'), 'utf8')
const columnsUnder = (heading: string) => {
  const section = document.split(/^## /m).find((text) => text.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column)
}

test.each([
  ['Participants', participantColumns],
  ['Clinics', clinicColumns],
] as const)('docs/imports.md has a table of the columns of %s', (heading, columns) => expect(columnsUnder(heading)).toEqual(columns))

test.each([
  ['participants', participantColumns],
  ['clinics', clinicColumns],
] as const)('the example of %s shows every column', (name, columns) => {
  const [header = ''] = readFileSync(join(root, `demo/${name}.csv`), 'utf8').split('\n')
  const left = columns.filter((column) => !header.split(',').includes(column))
  // Sites of another programme or zone are rare.
  expect(left).toEqual(name === 'clinics' ? ['programme', 'time_zone'] : [])
})
