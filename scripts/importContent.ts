import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { FieldDifference, FileDifference } from '../src/content/diffFiles.ts'
import type { By } from '../src/content/draft.ts'
import { createImporting } from '../src/content/importing.ts'
import type { ImportScope } from '../src/content/planImport.ts'
import { readPackFolder } from '../src/content/readPackFolder.ts'
import { errorFacts } from '../src/kernel/errorFacts.ts'
import { openDraftHere } from './content/openDraftHere.ts'
import { stop } from './content/stop.ts'

const USAGE = `Usage: npm run import-content -- FOLDER                       says what the folder would change in the draft
       npm run import-content -- FOLDER --keep --by EMAIL     puts it into the draft, in the name of this admin

The folder is a whole pack: a file that is not in it is taken out of the draft. With --part it is some files, and all others stay.
Patients hear nothing of it until the draft is checked, approved and published in the console.`

const known = ['help', 'keep', 'part', 'by']
const { folder, scope, isKept, email } = readArguments()
const { db, auditIn, draft, close } = await openDraftHere()
let exitCode: 0 | 1 = 1
try {
  exitCode = await run()
} catch (error) {
  const { cause, at } = errorFacts(error)
  console.error(`Nothing was imported: ${cause} ${at ?? ''}`)
} finally {
  await close()
}
process.exit(exitCode)

async function run(): Promise<0 | 1> {
  const importing = createImporting({ draft, db, auditIn })
  const read = await readPackFolder(folder)
  const sent = { files: read.files, scope, name: folder, left: [] }
  const look = await importing.look(sent)
  const faults = [...read.faults, ...look.faults, ...(read.files.length === 0 ? [`${folder} holds no file of a pack.`] : [])]
  if (faults.length > 0) return refuse(faults)
  for (const one of look.differences) tell(one)
  for (const { path, authors } of look.replaced)
    console.log(`${path}: this comes in place of what ${authors.map(({ firstName }) => firstName).join(', ')} has written in the draft.`)
  if (look.differences.length === 0) console.log('Nothing would change: the draft says all of it already, letter by letter.')
  if (look.differences.length === 0 || !isKept) return 0
  const by = await findAdmin(email)
  if (!by) return refuse([`There is no admin whose address is ${email}.`])
  const outcome = await importing.keep(by, sent, look.seen)
  if (outcome !== 'kept') return refuse(['The draft has changed at the same moment. Please try again.'])
  console.log(`In the draft: ${look.differences.length} ${look.differences.length === 1 ? 'file' : 'files'} changed.`)
  return 0
}

async function findAdmin(address: string): Promise<By | undefined> {
  const row = await db
    .selectFrom('accounts')
    .where('email', '=', address.toLowerCase())
    .where('disabled_at', 'is', null)
    .select(['id', 'first_name as firstName', 'roles'])
    .executeTakeFirst()
  return row?.roles.includes('admin') ? { id: row.id, firstName: row.firstName } : undefined
}

function tell({ path, kind, fields }: FileDifference): void {
  console.log(`${{ new: 'new', removed: 'taken out', changed: 'changed' }[kind]}: ${path}`)
  if (kind !== 'changed') return
  if (fields.length === 0) console.log('  only how it is written')
  for (const field of fields) for (const line of linesOf(field)) console.log(`  ${line}`)
}

function linesOf(field: FieldDifference): string[] {
  if (field.kind === 'text') {
    const wording = (which: 'before' | 'after') =>
      field.pieces.flatMap((piece) => (piece.in === 'both' || piece.in === which ? piece.text : []))
    return [`${field.name}:`, ...prefixed('-', wording('before').join('')), ...prefixed('+', wording('after').join(''))]
  }
  const { name, removed, added, isReordered } = field
  return [`${name}:${isReordered ? ' in another order' : ''}`, ...removed.map((one) => `- ${one}`), ...added.map((one) => `+ ${one}`)]
}

function prefixed(sign: string, text: string): string[] {
  return text === '' ? [] : text.split('\n').map((line) => `${sign} ${line}`)
}

function refuse(faults: string[]): 1 {
  for (const fault of faults) console.error(fault)
  console.error('Nothing was imported.')
  return 1
}

function readArguments(): { folder: string; scope: ImportScope; isKept: boolean; email: string } {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, options: { by: { type: 'string' } } })
  const unknown = Object.keys(values).find((name) => !known.includes(name))
  if (unknown !== undefined) return stop(`There is no option ${unknown.length === 1 ? '-' : '--'}${unknown}.\n\n${USAGE}`)
  if (values.help) {
    console.log(USAGE)
    process.exit(0)
  }
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0) return stop(folder ? `Name one folder.\n\n${USAGE}` : USAGE)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return stop(`${folder} is not a folder.`)
  const isKept = values.keep === true
  if (isKept && !values.by) return stop(`Say in whose name it is kept: --by EMAIL.\n\n${USAGE}`)
  return { folder, scope: values.part === true ? 'part' : 'whole', isKept, email: String(values.by ?? '') }
}
