import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileHash } from '../src/content/packHash.ts'
import { writePackFolder } from '../src/content/writePackFolder.ts'
import { errorFacts } from '../src/kernel/errorFacts.ts'
import { openDraftHere } from './content/openDraftHere.ts'
import { stop } from './content/stop.ts'

const USAGE = `Usage: npm run export-content -- FOLDER            writes what is live into this folder, as files of YAML
       npm run export-content -- FOLDER --draft    writes the draft

Files are written as they are, byte for byte. A file that is not of the pack is taken out of the folder only where what it says is kept
in the service, in an earlier version; any other stays, and is named.`

const { folder, isDraft } = readArguments()
const { db, auditIn, draft, close } = await openDraftHere()
let exitCode: 0 | 1 = 1
try {
  exitCode = await run()
} catch (error) {
  const { cause, at } = errorFacts(error)
  console.error(`The export broke off: ${cause} ${at ?? ''}`)
} finally {
  await close()
}
process.exit(exitCode)

async function run(): Promise<0 | 1> {
  const state = await draft.state()
  const files = isDraft ? state.draft : state.live
  const isKept = async (yaml: string) =>
    (await db.selectFrom('content_files').where('hash', '=', fileHash(yaml)).select('hash').executeTakeFirst()) !== undefined
  const { added, changed, removed, left, unchanged } = await writePackFolder(folder, files, isKept)
  const name = isDraft ? 'draft' : state.version === undefined ? 'installed' : `version-${state.version}`
  await auditIn(db).note({ action: 'content.exported', subject: { kind: 'content', id: name }, details: { files: files.length } })
  for (const path of added) console.log(`new      ${path}`)
  for (const path of changed) console.log(`changed  ${path}`)
  for (const path of removed) console.log(`removed  ${path}`)
  for (const path of left) console.log(`left     ${path}: it is not of the pack, and is kept nowhere else`)
  const what = isDraft ? 'The draft' : state.version === undefined ? 'What came with the software' : `Version ${state.version}`
  console.log(
    `${what} is in ${folder}: ${files.length} files, ${added.length} new, ${changed.length} changed, ${unchanged} as they were; ${removed.length} removed, ${left.length} left.`,
  )
  return 0
}

function readArguments(): { folder: string; isDraft: boolean } {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false })
  const unknown = Object.keys(values).find((name) => name !== 'help' && name !== 'draft')
  if (unknown !== undefined) return stop(`There is no option ${unknown.length === 1 ? '-' : '--'}${unknown}.\n\n${USAGE}`)
  if (values.help) {
    console.log(USAGE)
    process.exit(0)
  }
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0) return stop(folder ? `Name one folder.\n\n${USAGE}` : USAGE)
  if (existsSync(folder) && !statSync(folder).isDirectory()) return stop(`${folder} is not a folder.`)
  return { folder, isDraft: values.draft === true }
}
