import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { PackFile } from '../../src/content/packFile.ts'
import { readPackZip } from '../../src/content/readPackZip.ts'
import { writePackZip } from '../../src/content/writePackZip.ts'
import { openTestPostgres } from '../support/databases.ts'
import { type PublishingBench, startPublishing } from '../support/publishingBench.ts'

type Colleague = Awaited<ReturnType<PublishingBench['colleague']>>

const HURTS = 'breast/does_it_hurt.yaml'

let bench: PublishingBench
let close: () => Promise<void>
let ann: Colleague
let bea: Colleague

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  bench = await startPublishing(opened.database)
  ann = await bench.colleague('Ann', ['admin'])
  bea = await bench.colleague('Bea', ['admin'])
}, 60_000)
afterAll(async () => {
  await bench.stop()
  await close()
})
beforeEach(async () => {
  await sql`truncate content_versions, content_version_files, content_draft_files, content_approvals, content_checks`.execute(bench.db)
})

const get = (path: string, of = ann) =>
  fetch(`${bench.url}${path}`, { headers: { accept: 'text/html', cookie: `as=${of.id}` }, redirect: 'manual' })
const post = (path: string, fields: Record<string, string>, of = ann) =>
  fetch(`${bench.url}${path}`, {
    method: 'POST',
    headers: { cookie: `as=${of.id}` },
    body: new URLSearchParams({ ...fields, mark: of.mark }),
    redirect: 'manual',
  })

async function upload(zip: Uint8Array<ArrayBuffer> | undefined, scope?: 'whole' | 'part', of = ann) {
  const body = new FormData()
  body.set('mark', of.mark)
  if (scope) body.set('scope', scope)
  if (zip) body.set('file', new Blob([zip]), 'pack.zip')
  return fetch(`${bench.url}/admin/files/import`, { method: 'POST', headers: { cookie: `as=${of.id}` }, body, redirect: 'manual' })
}
const zipOf = async (files: readonly PackFile[]) => new Uint8Array(await writePackZip(files, new Date(0)))
const placeOf = (answer: Response) => answer.headers.get('location') ?? ''
const withChange = (from: string, to: string) =>
  bench.files.map((file) => (file.path === HURTS ? { ...file, yaml: file.yaml.replace(from, to) } : file))
const changed = () => withChange('Some women find', 'Many women find')

describe('export', () => {
  test('then import is the same pack, byte for byte', async () => {
    const answer = await get('/admin/files/published.zip')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="answers-installed.zip"')
    const zip = new Uint8Array(await answer.arrayBuffer())
    const read = await readPackZip(zip)
    expect(read).toMatchObject({ kind: 'read', left: [] })
    const byPath = (one: PackFile, other: PackFile) => (one.path < other.path ? -1 : 1)
    expect('files' in read && read.files).toEqual([...bench.files].sort(byPath))
    const preview = await (await get(placeOf(await upload(zip, 'whole')))).text()
    expect(preview).toContain('the draft says all of it already, letter by letter')
  })

  test('of the draft has its changes, and is in the audit log', async () => {
    const yaml = bench.yamlOf(HURTS).replace('Some women', 'Many women')
    await bench.put(ann, HURTS, yaml)
    const read = await readPackZip(new Uint8Array(await (await get('/admin/files/draft.zip')).arrayBuffer()))
    expect('files' in read && read.files.find(({ path }) => path === HURTS)?.yaml).toBe(yaml)
    expect((await bench.audited()).at(-1)).toMatchObject({ action: 'content.exported', details: { files: bench.files.length } })
  })
})

describe('import', () => {
  test('shows what would change before anything is kept, and then keeps that', async () => {
    const place = placeOf(await upload(await zipOf(changed()), 'whole'))
    const html = await (await get(place)).text()
    expect(html).toContain('1 file of the draft would change')
    expect(html).toMatch(/<ins>Many<\/ins> women/)
    expect((await bench.draft.state()).changes).toEqual([])
    const kept = await post(place, await bench.seen())
    expect(placeOf(kept)).toBe('/admin/draft?done=imported')
    const { draft, changes } = await bench.draft.state()
    expect(draft).toEqual(changed().sort((a, b) => (a.path < b.path ? -1 : 1)))
    expect(changes).toMatchObject([{ path: HURTS, authors: [{ firstName: 'Ann' }] }])
    expect((await bench.audited()).at(-1)).toEqual({ action: 'draft.imported', details: { files: 1, removed: 0 } })
  })

  test('of some files goes on beside an answer that a colleague has only begun', async () => {
    await bench.put(bea, 'breast/begun.yaml', 'title: Begun\nutterances:\n  - is it begun\n')
    const place = placeOf(await upload(await zipOf(changed().filter(({ path }) => path === HURTS)), 'part'))
    expect(await (await get(place)).text()).toContain('Put it into the draft')
    expect(placeOf(await post(place, await bench.seen()))).toBe('/admin/draft?done=imported')
    expect((await bench.draft.state()).changes.map(({ path }) => path)).toEqual(['breast/begun.yaml', HURTS])
  })

  test('of everything takes out what is not in it; of some files leaves the others', async () => {
    const some = await zipOf(changed().filter(({ path }) => path === HURTS))
    const whole = await (
      await get(placeOf(await upload(await zipOf(changed().filter(({ path }) => path !== 'languages/pl.yaml')), 'whole')))
    ).text()
    expect(whole).toContain('not in the zip, and would be taken out of the draft')
    const part = await (await get(placeOf(await upload(some, 'part')))).text()
    expect(part).toContain('1 file of the draft would change')
    expect(part).not.toContain('would be taken out')
  })

  test('of a draft that has changed meanwhile keeps nothing, and shows what would change now', async () => {
    const place = placeOf(await upload(await zipOf(changed()), 'whole'))
    const seen = await bench.seen()
    await bench.put(bea, HURTS, bench.yamlOf(HURTS).replace('Some women', 'Most women'))
    const late = await post(place, seen)
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('The draft has changed since you looked')
    expect(html).toContain(`${HURTS}, changed by Bea`)
    expect((await bench.draft.state()).changes).toMatchObject([{ authors: [{ firstName: 'Bea' }] }])
    await post(place, await bench.seen())
    expect((await bench.draft.state()).changes).toMatchObject([{ rev: 2, authors: [{ firstName: 'Bea' }, { firstName: 'Ann' }] }])
  })

  test('names faults by file and line, and cannot be kept with them', async () => {
    const place = placeOf(await upload(await zipOf(withChange('title: Does it hurt?', 'title: Does it hurt you very much?')), 'whole'))
    const html = await (await get(place)).text()
    expect(html).toMatch(/breast\/does_it_hurt\.yaml, line 2: title/)
    expect(html).not.toContain('Put it into the draft')
    await post(place, await bench.seen())
    expect((await bench.draft.state()).changes).toEqual([])
  })

  test('is only seen and kept by whoever sent it', async () => {
    const place = placeOf(await upload(await zipOf(changed()), 'whole'))
    expect((await get(place, bea)).status).toBe(410)
    expect((await post(place, await bench.seen(), bea)).status).toBe(410)
    expect((await bench.draft.state()).changes).toEqual([])
    expect((await get('/admin/files/import/none')).status).toBe(410)
  })

  test('needs a zip, and to know what it holds', async () => {
    const empty = await upload(undefined)
    expect(empty.status).toBe(400)
    const html = await empty.text()
    expect(html).toContain('Choose a zip file')
    expect(html).toContain('Say what becomes of the files that are not in the zip')
    expect(await (await upload(new Uint8Array([1, 2, 3]), 'whole')).text()).toContain('The file is no zip')
  })

  test('of more than four megabytes is refused before it is read', async () => {
    const large = await upload(new Uint8Array(4_200_000), 'whole')
    expect(large.status).toBe(413)
    expect(await large.text()).toContain('smaller than 4 megabytes')
  })
})
