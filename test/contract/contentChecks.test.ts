import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { CheckResult } from '../../src/content/checks.ts'
import type { By, DraftState } from '../../src/content/draft.ts'
import { createPostgresChecks } from '../../src/content/postgresChecks.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { keepPostgresHouse } from '../../src/storage/postgresHousekeeping.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { eventually } from '../support/startService.ts'

const result = (passed = true): CheckResult => ({
  gates: [{ id: 'readable', title: 'Every file can be read', passed, reasons: passed ? [] : ['breast/a.yaml, line 3: is empty.'] }],
  compared: { recent: 1, evaluation: 0 },
  differences: [
    {
      text: 'my secret worry',
      from: 'recent',
      live: { kind: 'notUnderstood', intents: [], confidence: 0 },
      draft: { kind: 'language', language: 'pl' },
      verdict: 'different',
    },
  ],
  counts: { better: 0, worse: 0, different: 1, same: 0 },
  reworded: [],
  figures: { live: {}, draft: {} },
})

/** Work that ends when the test says so. */
function controlled() {
  const { promise, resolve, reject } = Promise.withResolvers<CheckResult>()
  const steps: { progress: (done: number, total: number) => void } = { progress: () => {} }
  return {
    steps,
    end: resolve,
    fail: () => reject(new Error('broken')),
    work: (_state: DraftState, onProgress: (done: number, total: number) => void) => {
      steps.progress = onProgress
      return { ended: promise, stop: async () => reject(new Error('stopped')) }
    },
  }
}

describe.each(databases)('what would change, on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let ann: By
  const seen = { draftHash: 'draft-1', liveHash: 'live-1' }
  const other = { draftHash: 'draft-2', liveHash: 'live-1' }

  beforeAll(async () => {
    opened = await open()
    const row = { email: 'ann@example.org', first_name: 'Ann', roles: ['admin'], created_at: new Date() }
    const { id } = await opened.database.db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
    ann = { id, firstName: 'Ann' }
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    await sql`truncate content_checks`.execute(opened.database.db)
  })

  /** One process's checks of the draft with this hash. */
  function process(work: ReturnType<typeof controlled>['work'], hashes = seen) {
    const { db } = opened.database
    return createPostgresChecks({
      db,
      sealer: createSealer([testSecrets.secretKey]),
      draft: { state: async () => ({ ...hashes, version: undefined, live: [], draft: [], changes: [] }) },
      work,
      auditIn: (on) => createPostgresAudit(on, systemClock),
      clock: systemClock,
      log: silentLog,
      heartbeatMs: 50,
    })
  }
  const rows = () => opened.database.db.selectFrom('content_checks').selectAll().execute()
  const gone = () => sql`update content_checks set seen_at = clock_timestamp() - interval '31 seconds'`.execute(opened.database.db)

  test('runs once, says how far it is, and every process sees what came of it', async () => {
    const { work, steps, end } = controlled()
    const [here, there] = [process(work), process(controlled().work)]
    expect(await here.newest(seen)).toBeUndefined()
    expect(await here.begin(ann, seen)).toBe('begun')
    steps.progress(20, 100)
    await eventually(async () => (await there.newest(seen))?.done === 20, 'the progress')
    expect(await there.newest(seen)).toMatchObject({ state: 'running', begunBy: 'Ann', done: 20, total: 100, passed: undefined })
    end(result())
    await eventually(async () => (await there.newest(seen))?.state === 'ended', 'the end')
    expect(await there.newest(seen)).toMatchObject({ state: 'ended', passed: true, result: result() })
    expect(await there.newest(other)).toBeUndefined()
  })

  test('one at a time in all processes: of ten begun at once one is', async () => {
    const works = Array.from({ length: 10 }, controlled)
    const outcomes = await Promise.all(works.map(({ work }) => process(work).begin(ann, seen)))
    expect(outcomes.sort()).toEqual(['begun', ...Array(9).fill('running')])
    expect(await process(controlled().work, other).begin(ann, other)).toBe('busy')
    for (const { end } of works) end(result())
    await eventually(async () => (await rows()).every(({ ended_at }) => ended_at !== null), 'the end')
    expect(await process(controlled().work, other).begin(ann, other)).toBe('begun')
  })

  test('of what is no longer the draft is not begun', async () => {
    expect(await process(controlled().work, other).begin(ann, seen)).toBe('changedMeanwhile')
    expect(await rows()).toEqual([])
  })

  test('passes only where every gate does, and then alone can be published', async () => {
    const { work, end } = controlled()
    const checks = process(work)
    await checks.begin(ann, seen)
    end(result(false))
    await eventually(async () => (await checks.newest(seen))?.state === 'ended', 'the end')
    expect(await checks.newest(seen)).toMatchObject({ passed: false })
    const [row] = await rows()
    expect(row?.passed).toBe(false)
  })

  test('what fails, is stopped or whose process dies is broken off, and can be begun anew', async () => {
    const failing = controlled()
    const checks = process(failing.work)
    await checks.begin(ann, seen)
    failing.fail()
    await eventually(async () => (await checks.newest(seen))?.state === 'brokenOff', 'the failure')

    const stopped = process(controlled().work)
    expect(await stopped.begin(ann, seen)).toBe('begun')
    await stopped.stop()
    expect((await stopped.newest(seen))?.state).toBe('brokenOff')

    const silent = createPostgresChecks({
      ...dead(),
      draft: { state: async () => ({ ...seen, version: undefined, live: [], draft: [], changes: [] }) },
    })
    expect(await silent.begin(ann, seen)).toBe('begun')
    await gone()
    expect((await checks.newest(seen))?.state).toBe('brokenOff')
    expect(await process(controlled().work).begin(ann, seen)).toBe('begun')
  })

  /** A process that says nothing any more. */
  const dead = () => ({
    db: opened.database.db,
    sealer: createSealer([testSecrets.secretKey]),
    work: controlled().work,
    auditIn: (on: typeof opened.database.db) => createPostgresAudit(on, systemClock),
    clock: systemClock,
    log: silentLog,
    heartbeatMs: 3_600_000,
  })

  test('while its process says that it goes on, it is not broken off', async () => {
    const { work, end } = controlled()
    const checks = process(work)
    await checks.begin(ann, seen)
    await gone()
    await setTimeout(300)
    expect((await checks.newest(seen))?.state).toBe('running')
    end(result())
    await eventually(async () => (await checks.newest(seen))?.state === 'ended', 'the end')
  })

  test("patients' words are sealed, and only who may have the key reads them", async () => {
    const { work, end } = controlled()
    const checks = process(work)
    await checks.begin(ann, seen)
    end(result())
    await eventually(async () => (await checks.newest(seen))?.state === 'ended', 'the end')
    expect(JSON.stringify(await rows())).not.toContain('secret worry')
    const stranger = createPostgresChecks({
      ...dead(),
      sealer: createSealer(['another-secret-key-of-some-length']),
      draft: {
        state: async () => {
          throw new Error()
        },
      },
    })
    expect(await stranger.newest(seen)).toMatchObject({ state: 'brokenOff', result: undefined })
  })

  test('who looked is in the audit log, what is older than a week counts no more, and than two is removed', async () => {
    const { work, end } = controlled()
    const checks = process(work)
    await checks.begin(ann, seen)
    end(result())
    await eventually(async () => (await checks.newest(seen))?.state === 'ended', 'the end')
    const older = (days: number) => sql`update content_checks set begun_at = now() - make_interval(days => ${days})`
    await older(8).execute(opened.database.db)
    expect(await checks.newest(seen)).toBeUndefined()
    await keepPostgresHouse(opened.database.db)
    expect(await rows()).toHaveLength(1)
    await older(15).execute(opened.database.db)
    await keepPostgresHouse(opened.database.db)
    const next = controlled()
    await process(next.work, other).begin(ann, other)
    next.end(result())
    expect((await rows()).map(({ pack_hash }) => pack_hash)).toEqual(['draft-2'])
    const notes = await opened.database.db.selectFrom('audit_log').where('action', '=', 'draft.checked').selectAll().execute()
    expect(notes.at(-1)).toMatchObject({ account_name: 'Ann', subject_id: 'draft-2' })
  })
})
