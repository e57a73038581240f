/**
 * Measures "what would change" over so many messages, in a process of its own; prints one line of JSON.
 *   node bench/content/measureChange.ts MESSAGES
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkDraft } from '../../src/app/checkDraft.ts'
import { openPack, PACK } from '../../src/app/openPack.ts'
import { openSafety } from '../../src/app/openSafety.ts'
import { openUnderstanding } from '../../src/app/openUnderstanding.ts'
import { readPack } from '../../src/content/readPack.ts'
import { serviceFactsSchema } from '../../src/content/serviceFactsSchema.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { messages, ownFiles } from './packs.ts'

/** `seconds`: all of it, with learning, evaluation and conversations; `once`: the same messages read by the live pack alone. */
export type ChangeFigures = { messages: number; read: number; seconds: number; once: number; memoryMB: number }

const folder = await mkdtemp(join(tmpdir(), 'change-'))
const live = await ownFiles()
const edited = 'breast/does_it_hurt.yaml'
const draft = live.map(({ path, yaml }) => ({
  path,
  yaml: path === edited ? yaml.replace('utterances:\n', 'utterances:\n  - is it sore when you do the squashing bit\n') : yaml,
}))
const recent = messages(Number(process.argv[2]), live)
const facts = serviceFactsSchema.parse(parse(await readFile(join(PACK, '../demo/service.yaml'), 'utf8')))
// As in the service, where what is live has been learnt before.
const learning = await openUnderstanding(silentLog, undefined, folder)
await openPack(learning, readPack(live))
await learning.close()

const once = await seconds(async ({ understanding, findDanger }) => {
  const pack = await openPack(understanding, readPack(live))
  for (const text of recent) if (!(await findDanger(text))) await pack.read(text)
})
let read = 0
const all = await seconds(async (opened) => {
  const nothing = { onProgress: () => {}, breathe: async () => {} }
  const task = { live, draft, quoted: live, beside: PACK, recent, facts, rehearsalFacts: facts, today: '2026-11-28' }
  const { compared } = (await checkDraft(task, { ...opened, ...nothing })).result
  read = compared.recent + compared.evaluation
})
const figures: ChangeFigures = { messages: recent.length, read, seconds: all, once, memoryMB: process.memoryUsage().rss / 2 ** 20 }
process.stdout.write(`${JSON.stringify(figures)}\n`)
await rm(folder, { recursive: true, force: true })

type Opened = Pick<Parameters<typeof checkDraft>[1], 'understanding' | 'findDanger'>

/** With everything opened anew, so that nothing is remembered. */
async function seconds(work: (opened: Opened) => Promise<unknown>): Promise<number> {
  const understanding = await openUnderstanding(silentLog, undefined, folder)
  const safety = await openSafety(understanding)
  const began = performance.now()
  await work({ understanding, findDanger: safety.findDanger })
  const took = (performance.now() - began) / 1000
  await safety.close()
  await understanding.close()
  return took
}
