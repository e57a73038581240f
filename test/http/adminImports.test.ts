import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Role } from '../../src/accounts/account.ts'
import { LONGEST_FILE } from '../../src/consoles/admin/importsRoutes.ts'
import { openTestPostgres } from '../support/databases.ts'
import { type ImportBench, startImports } from '../support/importBench.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

let bench: ImportBench
let close: () => Promise<void>
beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  bench = await startImports(opened.database)
}, 120_000)
afterAll(async () => {
  await bench.stop()
  await close()
})

type Colleague = { visitor: Visitor; mark: string }
let colleagues = 0

async function colleague(...roles: Role[]): Promise<Colleague> {
  const { cookie, mark } = await bench.colleague(`Ann${colleagues++}`, roles)
  const visitor = createVisitor(bench.url, '203.0.113.1')
  visitor.cookies.set('as', cookie.value)
  return { visitor, mark }
}

type Bytes = string | Uint8Array<ArrayBuffer>
const send = ({ visitor, mark }: Colleague, bytes: Bytes | undefined, kind = 'participants', name = 'Ada Secretname.csv') =>
  visitor.postFile('/admin/imports', { mark, kind }, {}, bytes === undefined ? undefined : { name, bytes })

/** The words of a page's faults, or its status where there is none. */
async function faultsOf(answer: Response): Promise<unknown[]> {
  const html = await answer.text()
  return [answer.status, ...[...html.matchAll(/<li><a href="#[\w-]+">([^<]*)<\/a><\/li>/g)].map(([, words]) => words)]
}

const file = 'sx_number,name,date_of_birth\nDEM900001,Ada Secretname,1962-07-08\n'
const countKept = async () => (await bench.db.selectFrom('imports').select('id').execute()).length

describe('a file that cannot be imported is refused with words that say why', () => {
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${file}`, 'utf16le'))
  test.each<[string, Bytes | undefined, string, string]>([
    ['none', undefined, 'participants', 'Choose a file'],
    ['an empty one', '', 'participants', 'The file is empty. Choose one whose first line names the columns'],
    [
      'a workbook',
      zip,
      'participants',
      'This is a workbook, not a CSV file. In Excel choose File, Save as, and “CSV UTF-8 (Comma delimited)”',
    ],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'clinics', 'This is a workbook'],
    ['a PDF', '%PDF-1.7\n', 'clinics', 'This is a PDF'],
    ['UTF-16', utf16, 'participants', 'The file is saved as Unicode text (UTF-16)'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'participants', 'This is not a text file'],
    ['one without lines', 'a,'.repeat(250_000), 'clinics', 'A line of the file is longer than any row'],
    ['one of too many lines', '\n'.repeat(250_000), 'clinics', 'The file has more than 250,000 lines. Divide it into several'],
    ['of no kind', file, '', 'Say what the file holds'],
    ['of an unknown kind', file, 'accounts', 'Say what the file holds'],
  ])('%s', async (_what, bytes, kind, words) => {
    const [ann, before] = [await colleague('admin'), await countKept()]
    expect(await faultsOf(await send(ann, bytes, kind))).toEqual([400, expect.stringContaining(words)])
    expect(await countKept()).toBe(before)
  })

  test('one in another encoding is looked at as far as it goes', async () => {
    const ann = await colleague('admin')
    const latin1 = new Uint8Array(Buffer.from(file.replace('Ada', 'Zo\xeb'), 'latin1'))
    const { headers } = await send(ann, latin1)
    expect(await (await ann.visitor.get(headers.get('Location') ?? '')).text()).toContain('from here on the file is not UTF-8')
  })

  test('one of 32 MB is taken, and one byte more is not', async () => {
    const ann = await colleague('admin')
    const bytes = new Uint8Array(LONGEST_FILE + 1).fill(0x61)
    for (let end = 1000; end < bytes.length; end += 1000) bytes[end] = 0x0a
    expect((await send(ann, bytes.subarray(0, LONGEST_FILE))).status).toBe(303)
    const before = await countKept()
    expect(await faultsOf(await send(ann, bytes))).toEqual([413, 'The file is larger than 32 MB. Divide it into several'])
    // Past what the whole form may be, nothing of it is read.
    expect(await faultsOf(await send(ann, new Uint8Array(LONGEST_FILE + 100_000)))).toEqual([413, expect.stringContaining('32 MB')])
    expect(await countKept()).toBe(before)
  }, 60_000)
})

describe('a form with a file', () => {
  const post = async ({ visitor }: Colleague, body: string, type: string) => {
    const headers = { Cookie: `as=${visitor.cookies.get('as')}`, 'Content-Type': type, Accept: 'application/json' }
    const answer = await fetch(`${bench.url}/admin/imports`, { method: 'POST', body, headers })
    return `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`
  }

  test('is one, and not something else that says so', async () => {
    const ann = await colleague('admin')
    expect(await post(ann, `mark=${ann.mark}&kind=clinics`, 'application/x-www-form-urlencoded')).toBe('415 WRONG_CONTENT_TYPE')
    expect(await post(ann, '{}', 'application/json')).toBe('415 WRONG_CONTENT_TYPE')
    expect(await post(ann, 'x', 'multipart/form-data')).toBe('400 INVALID_REQUEST')
    expect(await post(ann, '--b--', 'multipart/form-data; boundary=b')).toBe('403 FORM_NOT_OURS')
    for (const body of ['', '--b\r\n', '--b\r\nContent-Disposition: form-data; name="mark"\r\n\r\nx'])
      expect([body, await post(ann, body, 'multipart/form-data; boundary=b')]).toEqual([body, '400 INVALID_REQUEST'])
  })

  test('is not read before it is known that whoever sends it may', async () => {
    const staff = await colleague('staff')
    const nobody = createVisitor(bench.url, '203.0.113.1')
    const beginSending = (cookie: string, more: Record<string, string> = {}) =>
      new Promise<number>((resolve, reject) => {
        const headers = { Cookie: cookie, Accept: 'text/html', 'Content-Type': 'multipart/form-data; boundary=b', ...more }
        const sending = request(`${bench.url}/admin/imports`, { method: 'POST', headers: { ...headers, 'Content-Length': 20_000_000 } })
        sending.on('response', (answer) => {
          resolve(answer.statusCode ?? 0)
          sending.destroy()
        })
        sending.on('error', reject)
        // Only the beginning: an answer shows that the rest was not waited for.
        sending.write('--b\r\n')
      })
    const admin = await colleague('admin')
    expect(await beginSending(`as=${nobody.cookies.get('as')}`)).toBe(303)
    expect(await beginSending(`as=${staff.visitor.cookies.get('as')}`)).toBe(403)
    expect(await beginSending(`as=${admin.visitor.cookies.get('as')}`, { 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  })

  test('with another session’s mark brings nothing in', async () => {
    const [ann, bea, before] = [await colleague('admin'), await colleague('admin'), await countKept()]
    expect((await send({ visitor: ann.visitor, mark: bea.mark }, file)).status).toBe(403)
    expect((await send({ visitor: ann.visitor, mark: '' }, file)).status).toBe(403)
    expect(await countKept()).toBe(before)
  })
})

describe('a file that was sent', () => {
  test('is for whoever sent it, and nobody else', async () => {
    const [ann, bea] = [await colleague('admin'), await colleague('admin')]
    const page = (await send(ann, file)).headers.get('Location') ?? ''
    expect(page).toMatch(/^\/admin\/imports\/[0-9a-f-]{36}$/)
    const hers = await ann.visitor.get(page)
    expect([hers.status, await hers.text()]).toEqual([200, expect.stringContaining('Ada Secretname')])
    for (const answer of [
      await bea.visitor.get(page),
      await bea.visitor.post(`${page}/import`, { mark: bea.mark, fingerprint: 'x' }),
      await bea.visitor.post(`${page}/check`, { mark: bea.mark }),
      await bea.visitor.post(`${page}/drop`, { mark: bea.mark }),
    ])
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('This file is not here any more')])
    expect(await (await bea.visitor.get('/admin/imports')).text()).not.toContain(page)
    expect(await (await ann.visitor.get('/admin/imports')).text()).toContain(page)
  })

  test('is imported by one click, and a second one changes nothing', async () => {
    const ann = await colleague('admin')
    const page = (await send(ann, file)).headers.get('Location') ?? ''
    const fingerprint = ann.visitor.hidden(await (await ann.visitor.get(page)).text(), 'fingerprint')
    for (let click = 0; click < 2; click++)
      expect(ann.visitor.to(await ann.visitor.post(`${page}/import`, { mark: ann.mark, fingerprint }))).toBe(`303 ${page}`)
    expect(await (await ann.visitor.get(page)).text()).toContain('The file is imported.')
    const done = (await bench.audited('import.done')).filter(({ subject_id }) => page.endsWith(subject_id))
    expect(done).toEqual([
      {
        account_name: expect.stringMatching(/^Ann/),
        subject_id: page.split('/').at(-1),
        details: expect.objectContaining({ file: 'participants', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), peopleAdded: 1 }),
      },
    ])
  })

  test('is dropped on request', async () => {
    const ann = await colleague('admin')
    const page = (await send(ann, file)).headers.get('Location') ?? ''
    expect(ann.visitor.to(await ann.visitor.post(`${page}/drop`, { mark: ann.mark }))).toBe('303 /admin/imports?done=dropped')
    expect((await ann.visitor.get(page)).status).toBe(404)
  })

  test('that is large is looked at beside a page that says how far it is, and survives a reload', async () => {
    const ann = await colleague('admin')
    const rows = Array.from({ length: 60_000 }, (_, n) => `DEM${200_000 + n},Ada Secretname,1962-07-08`)
    const page = (await send(ann, `sx_number,name,date_of_birth\n${rows.join('\n')}\n`)).headers.get('Location') ?? ''
    const seen = await (await ann.visitor.get(page)).text()
    expect(seen).toContain('id="work-under-way"')
    expect(seen).toMatch(/Reading the file: |Comparing with what is here: |It begins in a moment/)
    await bench.idle()
    const over = await (await ann.visitor.get(page)).text()
    expect(over).not.toContain('id="work-under-way"')
    expect(over).toContain('<strong>60000</strong> new')
  }, 60_000)

  test('whose work was broken off says so, and may be looked at again', async () => {
    const ann = await colleague('admin')
    const page = (await send(ann, file)).headers.get('Location') ?? ''
    const id = page.split('/').at(-1) ?? ''
    await bench.db
      .updateTable('imports')
      .set({ status: 'importing', work: id, at_work_until: bench.clock.now().minus({ seconds: 1 }).toJSDate() })
      .where('id', '=', id)
      .execute()
    expect(await (await ann.visitor.get(page)).text()).toContain('Nothing of the file was imported.')
    expect(ann.visitor.to(await ann.visitor.post(`${page}/check`, { mark: ann.mark }))).toBe(`303 ${page}`)
    expect(await (await ann.visitor.get(page)).text()).toContain('what would change')
  })

  test('is deleted after half an hour, although nobody looks', async () => {
    const ann = await colleague('admin')
    const page = (await send(ann, file)).headers.get('Location') ?? ''
    bench.putForward(31)
    await bench.tidy?.()
    expect(await bench.db.selectFrom('import_pieces').select('nth').execute()).toEqual([])
    expect((await ann.visitor.get(page)).status).toBe(404)
  })
})

describe('clinics and their slots', () => {
  const clinicToCome = () =>
    bench.db
      .selectFrom('clinics')
      .innerJoin('slots', 'slots.clinic_id', 'clinics.id')
      .innerJoin('places', 'places.slot_id', 'slots.id')
      .where('clinics.status', '=', 'open')
      .where('places.taken', '=', true)
      .where('slots.starts_at', '>', bench.clock.now().plus({ days: 1 }).toJSDate())
      .orderBy('slots.id')
      .select(['clinics.id', 'slots.id as slot'])
      .executeTakeFirstOrThrow()

  test('name nobody, and lead only staff to who it is', async () => {
    const { id } = await clinicToCome()
    const names = await (await (await colleague('staff', 'admin')).visitor.get(`/admin/clinics/${id}`)).text()
    expect(names).toContain(`/staff/clinics/${id}`)
    const plain = await (await (await colleague('admin')).visitor.get(`/admin/clinics/${id}`)).text()
    expect(plain).not.toMatch(/href="\/staff\/clinics/)
    for (const html of [names, plain]) expect(html).not.toMatch(/Example<|participants?\//)
  })

  test('a slot that somebody has is not stopped, and her count is said', async () => {
    const ann = await colleague('admin')
    const { id, slot } = await clinicToCome()
    const answer = await ann.visitor.post(`/admin/clinics/${id}/slots`, { mark: ann.mark, change: 'stop', slot: String(slot) })
    expect(await faultsOf(answer)).toEqual([400, expect.stringMatching(/^[\d:]+[ap]m: 1 person has it$/)])
    expect(await bench.db.selectFrom('slots').where('id', '=', slot).select('stopped').executeTakeFirst()).toEqual({ stopped: false })
  })

  test('are cancelled by admins who are no staff, once, and everybody is told', async () => {
    const [ann, told] = [await colleague('admin'), bench.told()]
    const { id } = await clinicToCome()
    const bare = await ann.visitor.post(`/admin/clinics/${id}/cancel`, { mark: ann.mark })
    expect(await faultsOf(bare)).toEqual([400, 'Say why the clinic is cancelled'])
    const cancel = () => ann.visitor.post(`/admin/clinics/${id}/cancel`, { mark: ann.mark, reason: 'van' })
    expect(ann.visitor.to(await cancel())).toMatch(new RegExp(`^303 /admin/clinics/${id}\\?ended=[1-9]`))
    expect(ann.visitor.to(await cancel())).toBe(`303 /admin/clinics/${id}`)
    expect(bench.told()).toBe(told + 1)
    const slots = await ann.visitor.post(`/admin/clinics/${id}/slots`, { mark: ann.mark, change: 'release', whole: 'yes' })
    expect(ann.visitor.to(slots)).toBe(`303 /admin/clinics/${id}?changed=0&to=release`)
    expect((await bench.audited('clinic.cancelled')).filter(({ subject_id }) => subject_id === id)).toHaveLength(1)
  })
})
