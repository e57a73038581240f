import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { measureBeside } from '../../src/app/measureBeside.ts'
import { SENTENCE_MODEL } from '../../src/app/openUnderstanding.ts'
import type { DraftState } from '../../src/content/draft.ts'
import type { PackFile } from '../../src/content/packFile.ts'
import { packHash } from '../../src/content/packHash.ts'
import { createPostgresQualityReports } from '../../src/content/postgresQualityReports.ts'
import { createQualityMeasuring, type Measurement } from '../../src/content/qualityMeasuring.ts'
import type { QualityReports } from '../../src/content/qualityReports.ts'
import type { QualityResult } from '../../src/content/qualityResult.ts'
import { readFiles } from '../../src/content/readPack.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { eventually } from '../support/startService.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'
import { intent } from '../unit/content/packFolder.ts'

const said = {
  pain: ['does it hurt', 'is it painful', 'will the test hurt me', 'how much does it hurt', 'does the test hurt a lot'],
  parking: ['where can I park', 'is there a car park', 'can I park my car there', 'where do I park the car', 'is there parking for my car'],
  results: ['when do I get my results', 'are my results in', 'how long do results take', 'my results letter', 'waiting for my results'],
}
const intents = Object.entries(said).map(([id, utterances]) => intent(id, { utterances }))
const filesOf = (all: object[]): PackFile[] =>
  all.map((one) => ({ path: `breast/${(one as { id: string }).id}.yaml`, yaml: JSON.stringify(one) }))
/** One of the answers about parking asks about pain. */
const odd = { ...intents[1], utterances: [...said.parking.slice(1), 'does it really hurt'] }
const live = filesOf(intents)
const drafted = filesOf([intents[0], odd, intents[2]] as object[])
const ann = { id: '00000000-0000-4000-8000-000000000000', firstName: 'Ann' }

const stateOf = (draft: PackFile[]): DraftState => ({
  version: undefined,
  live,
  liveHash: packHash(live),
  draft,
  draftHash: packHash(draft),
  changes: [],
})

let testDatabase: TestDatabase
let database: Database
let reports: QualityReports
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = await openPostgres(testDatabase.url, silentLog)
  await database.migrate()
  const auditIn = () => ({ note: async () => {} })
  reports = createPostgresQualityReports({ db: database.db, auditIn, clock: systemClock })
})
afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})
afterEach(() => sql`truncate quality_reports`.execute(database.db))

const measuringWith = (measure: Parameters<typeof createQualityMeasuring>[0]['measure'], draft = drafted) =>
  createQualityMeasuring({ reports, draft: { state: async () => stateOf(draft) }, measure, log: silentLog, beatMs: 20 })

const beside = async () => measureBeside(undefined, await mkdtemp(join(tmpdir(), 'learnt-')))

describe('measured by the worker, without the sentence model', () => {
  test('each example is read once by what has not seen it, and it says how far it is', async () => {
    const seen: [number, number][] = []
    const measure = (await beside())(readFiles(live).pack.intents, (done, total) => void seen.push([done, total]))
    const result = await measure.ended
    expect(result.withMeaning).toBe(false)
    expect(result.examples).toBe(15)
    expect(result.intents.map(({ id, examples }) => [id, examples]).sort()).toEqual([
      ['pain', 5],
      ['parking', 5],
      ['results', 5],
    ])
    expect(result.right).toBeGreaterThan(7)
    expect(result.right + result.misread.length).toBe(15)
    expect(seen.at(-1)).toEqual([30, 30])
  })

  test('an example that belongs elsewhere is found, with where', async () => {
    const { ended } = (await beside())(readFiles(drafted).pack.intents, () => {})
    expect((await ended).misread).toContainEqual(expect.objectContaining({ text: 'does it really hurt', intent: 'parking', as: 'pain' }))
  })

  test('live and draft are kept apart, and the draft reads worse', async () => {
    const measuring = measuringWith(await beside())
    for (const which of ['live', 'draft'] as const) {
      expect(await measuring.begin(which, ann)).toEqual({ kind: 'begun' })
      expect(await measuring.begin(which, ann)).toEqual({ kind: 'busy' })
      await eventually(async () => !(await reports.running()), 'the end')
    }
    const [ofLive, ofDraft] = [await reports.newest(packHash(live)), await reports.newest(packHash(drafted))]
    expect(ofLive?.begunBy).toBe('Ann')
    expect(ofDraft?.result.right).toBeLessThan(ofLive?.result.right ?? 0)
  })

  test('stopped in the middle it is broken off, and can be begun anew at once', async () => {
    const measuring = measuringWith(await beside())
    await measuring.begin('live', ann)
    await measuring.stop()
    expect(await reports.running()).toBeUndefined()
    expect(await reports.lost(packHash(live))).toEqual({ times: 1, last: 'brokenOff' })
    expect(await measuring.begin('live', ann)).toEqual({ kind: 'begun' })
    await measuring.stop()
  })
})

test('ended at any moment while it embeds, by the sentence model, the process lives', async () => {
  const many = Object.entries(said).map(([id, utterances]) =>
    intent(id, { utterances: Array.from({ length: 60 }, (_, n) => `${utterances[n % 5]} ${n}`) }),
  )
  const learnt = await mkdtemp(join(tmpdir(), 'learnt-'))
  for (const ms of [0, 200, 500, 900, 1400, 2000]) {
    const { ended, stop } = measureBeside(SENTENCE_MODEL, learnt)(readFiles(filesOf(many)).pack.intents, () => {})
    const over = ended.then(
      () => 'measured',
      () => 'ended',
    )
    await setTimeout(ms)
    await stop()
    expect(['ended', 'measured']).toContain(await over)
  }
})

describe('whatever measures', () => {
  const result = { examples: 1, right: 1, top3: 1 } as QualityResult

  /** A measurement that goes on until it is told to end. */
  function heldBack() {
    const held = Promise.withResolvers<QualityResult>()
    const begun: ((done: number, total: number) => void)[] = []
    let stopped = 0
    const measure = (_: unknown, onProgress: (done: number, total: number) => void): Measurement => {
      begun.push(onProgress)
      return {
        ended: held.promise,
        async stop() {
          stopped += 1
          held.reject(new Error('stopped'))
        },
      }
    }
    return { measure, begun, ...held, stopped: () => stopped }
  }

  test('it is said every now and then that it goes on, and how far', async () => {
    const { measure, begun, resolve } = heldBack()
    await measuringWith(measure).begin('live', ann)
    begun[0]?.(3, 9)
    await eventually(async () => (await reports.running())?.done === 3, 'the progress')
    resolve(result)
    await eventually(async () => (await reports.newest(packHash(live)))?.result.right === 1, 'the result')
  })

  test('one that others took for dead ends', async () => {
    const { measure, stopped } = heldBack()
    await measuringWith(measure).begin('live', ann)
    await sql`update quality_reports set state = 'brokenOff', ended_at = now()`.execute(database.db)
    await eventually(() => stopped() > 0, 'the end')
    expect(await reports.newest(packHash(live))).toBeUndefined()
  })

  test('one that fails says so, and can be begun anew', async () => {
    const { measure, reject } = heldBack()
    const measuring = measuringWith(measure)
    await measuring.begin('live', ann)
    reject(new Error('no memory'))
    await eventually(async () => (await reports.lost(packHash(live))).last === 'failed', 'the failure')
    expect(await reports.running()).toBeUndefined()
  })

  test('a draft with faults is not measured, and all of them are told', async () => {
    const { measure, begun } = heldBack()
    const faulty = [...live, { path: 'breast/odd.yaml', yaml: 'id: odd\n' }]
    const outcome = await measuringWith(measure, faulty).begin('draft', ann)
    expect(outcome).toMatchObject({ kind: 'faulty', faults: expect.arrayContaining([expect.stringContaining('odd.yaml')]) })
    expect(begun).toEqual([])
    expect(await reports.running()).toBeUndefined()
  })

  test('what is live is measured by itself once, and after two that came to nothing no more', async () => {
    const first = heldBack()
    await measuringWith(first.measure).measureLive()
    first.resolve(result)
    await eventually(async () => (await reports.newest(packHash(live))) !== undefined, 'the result')
    const second = heldBack()
    await measuringWith(second.measure).measureLive()
    expect(second.begun).toEqual([])

    await sql`truncate quality_reports`.execute(database.db)
    let tries = 0
    const failing = (): Measurement => {
      tries += 1
      return { ended: Promise.reject(new Error('always')), stop: async () => {} }
    }
    for (let n = 0; n < 4; n++) {
      await measuringWith(failing).measureLive()
      await eventually(async () => !(await reports.running()), 'the failure')
    }
    expect(tries).toBe(2)
  })
})
