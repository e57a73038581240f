import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { openTestPostgres } from '../support/databases.ts'
import { nothingFound, type PublishingBench, startPublishing } from '../support/publishingBench.ts'

type Colleague = Awaited<ReturnType<PublishingBench['colleague']>>

const HURTS = 'breast/does_it_hurt.yaml'
const SAFETY = 'texts/crisis.yaml'

let bench: PublishingBench
let close: () => Promise<void>
let [ann, bea, cay, sam]: Colleague[] = []

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  bench = await startPublishing(opened.database)
  ann = await bench.colleague('Ann', ['admin'])
  bea = await bench.colleague('Bea', ['admin'])
  cay = await bench.colleague('Cay', ['admin'])
  sam = await bench.colleague('Sam', ['staff'])
}, 60_000)
afterAll(async () => {
  await bench.stop()
  await close()
})
beforeEach(async () => {
  await sql`truncate content_versions, content_version_files, content_draft_files, content_approvals, content_checks`.execute(bench.db)
  bench.setPublishing('twoPeople')
  bench.checkFinds(nothingFound)
  void bench.learningTakes(Promise.resolve())
  bench.learnt.length = 0
})

const get = (path: string, of = ann) =>
  fetch(`${bench.url}${path}`, { headers: { accept: 'text/html', cookie: `as=${of?.id}` }, redirect: 'manual' })
const page = async (path: string, of = ann) => (await get(path, of)).text()
const post = (path: string, fields: Record<string, string>, of = ann) =>
  fetch(`${bench.url}${path}`, {
    method: 'POST',
    headers: { cookie: `as=${of?.id}` },
    body: new URLSearchParams({ ...fields, mark: of?.mark ?? '' }),
    redirect: 'manual',
  })
const reworded = (path: string, from: string, to: string) => {
  const yaml = bench.yamlOf(path)
  expect(yaml).toContain(from)
  return yaml.replace(from, to)
}
const clearer = () => reworded(HURTS, 'Some women find a mammogram uncomfortable', 'Many women find a mammogram uncomfortable')
const edit = (by = ann) => bench.put(by as Colleague, HURTS, clearer())
const liveYaml = async (path = HURTS) => (await bench.draft.state()).live.find((file) => file.path === path)?.yaml
const checked = () => bench.checked(ann as Colleague)

describe('the pages of the draft', () => {
  test.each(['/admin/draft', '/admin/draft/check', '/admin/versions', '/admin/try', '/admin/files'])('%s is for admins', async (path) => {
    expect((await get(path)).status).toBe(200)
    expect((await get(path, sam)).status).toBe(403)
  })

  test('say that nothing is changed where nothing is', async () => {
    const html = await page('/admin/draft')
    expect(html).toContain('The draft changes nothing')
    expect(html).not.toContain('<button class="nhsuk-button')
  })

  test('show what changes, field by field, with who changed it', async () => {
    await bench.put(
      ann as Colleague,
      HURTS,
      clearer().replace('  - does it nip\n', '').replace('  - pain?\n', '  - pain?\n  - ouchy or not\n'),
    )
    const html = await page('/admin/draft')
    expect(html).toContain('Does it hurt?')
    expect(html).toMatch(/<del>Some<\/del> women/)
    expect(html).toMatch(/<ins>Many<\/ins> women/)
    expect(html).toContain('<li><ins>ouchy or not</ins></li>')
    expect(html).toContain('<li><del>does it nip</del></li>')
    expect(html).toContain('Changed by Ann')
    expect(html).toContain('<a href="/admin/intents/does_it_hurt">Edit it again')
  })

  test('name what is missing in one list, and offer nothing that cannot work', async () => {
    await edit()
    const html = await page('/admin/draft')
    expect(html).toContain('It has to be found out what would change.')
    expect(html).toContain('A colleague who wrote none of it has to approve.')
    expect(html).toContain('Find out what would change')
    expect(html).not.toContain('Approve this draft')
    expect(html).not.toContain('Publish to everybody')
    expect(await page('/admin/draft', bea)).toContain('Approve this draft')
  })

  test('a fault of a file is named, and nothing can be checked until it is put right', async () => {
    await bench.put(ann as Colleague, HURTS, clearer().replace('title: Does it hurt?', 'title: ""'))
    const html = await page('/admin/draft')
    expect(html).toMatch(/breast\/does_it_hurt\.yaml, line 2: title/)
    expect(html).not.toContain('Find out what would change')
  })

  test('a change is discarded, and only the one that was looked at', async () => {
    await edit()
    const seen = await bench.seen()
    await bench.put(bea as Colleague, HURTS, clearer().replace('Many', 'Most'))
    const late = await post('/admin/draft/discard', { ...seen, path: HURTS, rev: '1' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('has changed since you looked')
    expect((await bench.draft.state()).changes).toHaveLength(1)
    const done = await post('/admin/draft/discard', { ...(await bench.seen()), path: HURTS, rev: '2' })
    expect(done.headers.get('location')).toBe('/admin/draft?done=discarded')
    expect((await bench.draft.state()).changes).toHaveLength(0)
  })
})

describe('what would change', () => {
  const found = {
    ...nothingFound,
    gates: [
      {
        id: 'accuracy',
        title: 'It understands as well as before',
        passed: false,
        reasons: ['Of 100 test messages 3 fewer are understood.'],
      },
      { id: 'safety', title: 'Nobody in danger is overlooked', passed: true, reasons: [] },
    ],
    compared: { recent: 40, evaluation: 60 },
    counts: { better: 1, worse: 1, different: 0, same: 98 },
    differences: [
      {
        text: 'is it sore',
        from: 'recent' as const,
        live: { kind: 'understood' as const, intents: ['does_it_hurt'], confidence: 0.9 },
        draft: { kind: 'notUnderstood' as const, intents: [], confidence: 0.1 },
        expected: 'does_it_hurt',
        verdict: 'worse' as const,
      },
      {
        text: 'ouchy <b>bits</b>',
        from: 'evaluation' as const,
        live: { kind: 'danger' as const, finding: 'symptom' },
        draft: { kind: 'unsure' as const, intents: ['does_it_hurt', 'breast_size'], confidence: 0.4 },
        verdict: 'better' as const,
      },
    ],
  }

  test('is found out, with the page showing how far it is until then', async () => {
    await edit()
    let end = (_: typeof nothingFound): void => {}
    bench.checkFinds(new Promise((resolve) => (end = resolve)), { done: 30, total: 120 })
    const begun = await post('/admin/draft/check', await bench.seen())
    expect(begun.headers.get('location')).toBe('/admin/draft/check')
    await new Promise((resolve) => setTimeout(resolve, 150))
    const html = await page('/admin/draft/check')
    expect(html).toContain('30 of 120')
    expect(html).toContain('id="work-under-way"')
    expect(await page('/admin/draft')).toContain('still running')
    end(nothingFound)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await page('/admin/draft/check')).toContain('Nothing stands against publishing')
  })

  test('is told with counts, gates and their reasons, figures, and both answers of each message', async () => {
    await edit()
    bench.checkFinds(found)
    await checked()
    const html = await page('/admin/draft/check')
    expect(html).toContain('Of 100 test messages 3 fewer are understood.')
    expect(html).toContain('Answers “Does it hurt?”')
    expect(html).toContain('Not understood')
    expect(html).toContain('Safety reply: symptom')
    expect(html).toContain('ouchy &lt;b&gt;bits&lt;/b&gt;')
    expect(html).toContain('91.2%')
    expect(await page('/admin/draft')).toContain('The check found: Of 100 test messages 3 fewer are understood.')
    const worse = await page('/admin/draft/check?verdict=worse')
    expect(worse).toContain('is it sore')
    expect(worse).not.toContain('ouchy')
    expect(await page('/admin/draft/check?from=evaluation')).not.toContain('is it sore')
  })

  test('of a draft that has changed since is not begun', async () => {
    await edit()
    const seen = await bench.seen()
    await bench.put(bea as Colleague, HURTS, clearer().replace('Many', 'Most'))
    const late = await post('/admin/draft/check', seen)
    expect(late.headers.get('location')).toBe('/admin/draft?trouble=changed')
    expect(await bench.checks.newest(await bench.seen())).toBeUndefined()
  })

  test('that was read is in the audit log, without the words', async () => {
    await edit()
    bench.checkFinds(found)
    await checked()
    await page('/admin/draft/check')
    const noted = (await bench.audited()).at(-1)
    expect(noted).toEqual({ action: 'check.read', details: { messages: 2 } })
  })
})

describe('publishing', () => {
  test('a draft that is checked and approved goes live, once it is learnt', async () => {
    await edit()
    await checked()
    const seen = await bench.seen()
    expect((await post('/admin/draft/approve', seen, bea)).headers.get('location')).toBe('/admin/draft?done=approved')
    const html = await page('/admin/draft')
    expect(html).toContain('Nothing is missing')
    expect(html).toContain('Approved by Bea')
    const follows = bench.follows()
    bench.learnt.length = 0
    const done = await post('/admin/draft/publish', { ...seen, note: 'Said more clearly' })
    const { version } = await bench.draft.state()
    expect(done.headers.get('location')).toBe(`/admin/versions/${version}?done=published`)
    expect(await liveYaml()).toBe(clearer())
    expect(bench.learnt.length).toBeGreaterThan(0)
    expect(bench.follows()).toBe(follows + 1)
    const [newest] = await bench.publisher.versions({ limit: 1 })
    expect(newest).toMatchObject({ madeBy: 'Ann', approvedBy: ['Bea'], note: 'Said more clearly', figures: { accuracy: 0.912 } })
  })

  test('its model is learnt before it is live: while that takes, patients are answered as before', async () => {
    const yaml = clearer().replace('Many', 'Quite a few')
    await bench.put(ann as Colleague, HURTS, yaml)
    await checked()
    await post('/admin/draft/approve', await bench.seen(), bea)
    let learnt = (): void => {}
    const begun = bench.learningTakes(new Promise<void>((resolve) => (learnt = resolve)))
    const publishing = post('/admin/draft/publish', await bench.seen())
    await begun
    const meanwhile = await liveYaml()
    learnt()
    expect((await publishing).status).toBe(303)
    expect(meanwhile).toBe(bench.yamlOf(HURTS))
    expect(await liveYaml()).toBe(yaml)
  })

  test('is refused with the reason where it is not checked, or approvals are missing, and nothing is learnt for it', async () => {
    await edit()
    const unchecked = await post('/admin/draft/publish', { ...(await bench.seen()), note: 'My reason' })
    expect(unchecked.status).toBe(409)
    const html = await unchecked.text()
    expect(html).toContain('what would change has to be found out first')
    await checked()
    const alone = await post('/admin/draft/publish', await bench.seen())
    expect(await alone.text()).toContain('approvals are missing')
    expect(bench.learnt).toEqual([])
    expect(await liveYaml()).toBe(bench.yamlOf(HURTS))
  })

  test('of a draft that has changed since is refused, and the reason that was typed is still there', async () => {
    await edit()
    await checked()
    const seen = await bench.seen()
    await bench.put(bea as Colleague, HURTS, clearer().replace('Many', 'Most'))
    bench.setPublishing('onePerson')
    await checked()
    const late = await post('/admin/draft/publish', { ...seen, note: 'My reason' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('has changed since you looked')
    expect(html).toContain('My reason</textarea>')
    expect(await liveYaml()).toBe(bench.yamlOf(HURTS))
  })

  test('somebody does not approve what she wrote, even by hand', async () => {
    await edit()
    const own = await post('/admin/draft/approve', await bench.seen())
    expect(own.status).toBe(409)
    expect(await own.text()).toContain('a colleague has to approve it')
  })

  test('a safety text needs two who wrote none of it, whatever the service has set', async () => {
    bench.setPublishing('onePerson')
    await bench.put(
      ann as Colleague,
      SAFETY,
      reworded(SAFETY, 'I am sorry that things are this hard.', 'I am so sorry that it is this hard.'),
    )
    await checked()
    expect(await page('/admin/draft')).toContain('Two colleagues who wrote none of it have to approve')
    await post('/admin/draft/approve', await bench.seen(), bea)
    expect(await page('/admin/draft')).toContain('One more colleague who wrote none of it has to approve')
    expect((await post('/admin/draft/publish', await bench.seen())).status).toBe(409)
    await post('/admin/draft/approve', await bench.seen(), cay)
    expect((await post('/admin/draft/publish', await bench.seen())).status).toBe(303)
  })

  test('one person publishes alone where the service lets her', async () => {
    bench.setPublishing('onePerson')
    await edit()
    await checked()
    const html = await page('/admin/draft')
    expect(html).toContain('No approval is needed')
    expect(html).toContain('Publish to everybody')
    expect((await post('/admin/draft/publish', await bench.seen())).status).toBe(303)
  })

  test('a form without what was seen is refused', async () => {
    await edit()
    for (const path of ['check', 'approve', 'publish', 'discard']) expect((await post(`/admin/draft/${path}`, {})).status).toBe(400)
  })
})

describe('versions', () => {
  async function publish(yaml: string): Promise<number> {
    bench.setPublishing('onePerson')
    await bench.put(ann as Colleague, HURTS, yaml)
    await checked()
    await post('/admin/draft/publish', { ...(await bench.seen()), note: `Because ${yaml.length}` })
    return (await bench.draft.state()).version ?? 0
  }

  test('are listed, and each shows what it changed', async () => {
    const version = await publish(clearer())
    const list = await page('/admin/versions')
    expect(list).toContain('Came with the software')
    expect(list).toContain('Live')
    const html = await page(`/admin/versions/${version}`)
    expect(html).toMatch(/<ins>Many<\/ins> women/)
    expect(html).not.toContain('Take back to version')
    expect((await get('/admin/versions/999999')).status).toBe(404)
    expect((await get('/admin/versions/x')).status).toBe(404)
  })

  test('one is taken back to with one form, and learnt before; the draft stays', async () => {
    await publish(clearer())
    const live = await publish(clearer().replace('Many', 'Most'))
    const [, second, first] = await bench.publisher.versions({ limit: 9 })
    await bench.put(bea as Colleague, SAFETY, reworded(SAFETY, 'I am sorry', 'I am so sorry'))
    bench.learnt.length = 0
    expect(await page(`/admin/versions/${second?.id}`)).toMatch(/<del>Most<\/del> women[\s\S]*<ins>Many<\/ins> women/)
    const done = await post(`/admin/versions/${second?.id}/take-back`, { liveVersion: String(live), note: 'A slip' })
    expect(done.headers.get('location')).toBe('/admin/versions?done=takenBack')
    expect(await liveYaml()).toBe(clearer())
    expect(bench.learnt.length).toBeGreaterThan(0)
    expect((await bench.draft.state()).changes).toHaveLength(1)
    const late = await post(`/admin/versions/${first?.id}/take-back`, { liveVersion: String(live) })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Something else was published since you looked')
    expect(await liveYaml()).toBe(clearer())
  })

  test('one that this software cannot read any more is not taken back to', async () => {
    const old = await publish(clearer())
    const live = await publish(clearer().replace('Many', 'Most'))
    await bench.db.deleteFrom('content_version_files').where('version_id', '=', old).where('path', '=', SAFETY).execute()
    const refused = await post(`/admin/versions/${old}/take-back`, { liveVersion: String(live) })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('cannot be read any more')
    expect((await bench.draft.state()).version).toBe(live)
  })

  test('are shown twenty at a time', async () => {
    const first = await publish(clearer())
    const made = { made_at: new Date(), pack_hash: 'x', kind: 'published' as const, made_by_name: 'Ann' }
    await bench.db
      .insertInto('content_versions')
      .values(Array.from({ length: 25 }, () => made))
      .execute()
    const html = await page('/admin/versions')
    expect(html.match(/href="\/admin\/versions\/\d+"/g)).toHaveLength(20)
    const [, older] = /href="(\/admin\/versions\?before=\d+)"/.exec(html) ?? []
    const rest = await page(older ?? '')
    expect(rest).toContain(`/admin/versions/${first}"`)
    expect(rest).not.toContain('Older versions')
  })
})
