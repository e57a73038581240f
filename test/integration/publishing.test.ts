import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { buildApp } from '../../src/app.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import { saidOf } from '../../src/content/draft.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { createPostgresPublisher } from '../../src/content/postgresPublisher.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { writeFileYaml } from '../../src/content/writeFileYaml.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { type Log, silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { textMessage } from '../support/messengerWebhook.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'
import { intent, packFolder } from '../unit/content/packFolder.ts'

const NOWHERE = '/no/such/folder'
const learntFolder = () => mkdtemp(join(tmpdir(), 'learnt-'))
const sayings = {
  pain: ['does it hurt', 'is it painful', 'will the test hurt me', 'how much pain is there', 'I am afraid of the pain'],
  parking: ['where can I park', 'is there a car park', 'can I park my car there', 'parking please', 'where do I leave the car'],
}
/** Between an answer and what the patient says next. */
const PAUSE_MS = 3_000
const topics = ['pain', 'parking'] as const

/** The files of one version: both answers name it, and one example is its own. */
const filesOf = (version: number) =>
  topics.map((id) => ({
    path: `breast/${id}.yaml`,
    yaml: writeFileYaml(
      intent(id, { utterances: [...sayings[id], `${id} as in version ${version}`], answer: { text: `The ${id} of version ${version}.` } }),
    ),
  }))

let service: RunningService
let other: Awaited<ReturnType<typeof buildApp>>
let database: Database
/** Versions that each of the two processes has taken into use. */
const taken: Record<'first' | 'second', number[]> = { first: [], second: [] }
let publish: (version: number) => Promise<number>
let takeBack: (to: number, from: number) => Promise<unknown>

beforeAll(async () => {
  const folder = await packFolder(Object.fromEntries(filesOf(0).map(({ path, yaml }) => [path, yaml])))
  const options = { packFolder: folder, sentenceModel: NOWHERE }
  service = await startService({ ...options, learntFolder: await learntFolder() })
  const settings = loadSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: service.databaseUrl,
    SECRET_KEY: testSecrets.secretKey,
    ...messengerSettings(service.graph.url),
  })
  const log: Log = { ...silentLog, info: (event, facts) => void (event === 'content.live' && taken.second.push(Number(facts?.version))) }
  other = await buildApp(settings, { log, sweepMs: 200, ...options, learntFolder: await learntFolder() })
  await other.start()
  database = await openPostgres(service.databaseUrl, silentLog)
  const { db } = database
  const files = async () => (await readPackFolder(folder)).files
  const deps = { db, folder: files, auditIn: (on: Kysely<Tables>) => createPostgresAudit(on, systemClock), clock: systemClock }
  const draft = createPostgresDraft(deps)
  const publisher = createPostgresPublisher(deps)
  const row = { email: 'ann@example.org', first_name: 'Ann', roles: ['admin'], created_at: new Date() }
  const { id } = await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
  const ann = { id, firstName: 'Ann' }
  publish = async (version) => {
    const now = await draft.state()
    await draft.put(
      ann,
      filesOf(version).map((file) => ({ ...file, from: saidOf(now, file.path) })),
    )
    const { draftHash, liveHash } = await draft.state()
    const begun_at = new Date()
    const check = {
      pack_hash: draftHash,
      live_hash: liveHash,
      begun_at,
      begun_by_name: 'Ann',
      seen_at: begun_at,
      ended_at: begun_at,
      passed: true,
    }
    await db
      .insertInto('content_checks')
      .values({ ...check, result: null })
      .execute()
    const outcome = await publisher.publish(ann, { draftHash, liveHash }, { needed: 0, note: '' })
    if (outcome.kind !== 'published') throw new Error(outcome.kind)
    return outcome.version
  }
  takeBack = (to, from) => publisher.rollBack(ann, to, { liveVersion: from, note: '' })
})
afterAll(async () => {
  await other?.stop()
  await database?.close()
  await service?.close()
})

const answersTo = (psid: string) =>
  service.graph.messagesTo(psid).flatMap(({ text }) => text?.match(/^The (?:pain|parking) of version \d+\./) ?? [])
const versionsTold = (psid: string) => answersTo(psid).map((text) => Number(/\d+/.exec(text)?.[0]))

test('of 50 patients who talk while ten versions are published every message is answered, from one version as a whole', async () => {
  const people = Array.from({ length: 50 }, (_, n) => `p-${n}`)
  let isPublishing = true
  async function talks(psid: string): Promise<number> {
    let said = 0
    await setTimeout(PAUSE_MS * Math.random())
    for (; isPublishing || said < 3; said++) {
      await service.meta(textMessage({ psid, mid: `${psid}.${said}`, text: 'will the test hurt me? Where can I park my car there?' }))
      await eventually(() => answersTo(psid).length >= 2 * (said + 1), `an answer to ${psid}`, 60)
      await setTimeout(PAUSE_MS * (0.5 + Math.random()))
    }
    return said
  }
  const talking = Promise.all(people.map(talks))
  let version = 0
  for (let n = 1; n <= 10; n++) {
    version = await publish(n)
    await eventually(() => taken.second.includes(version), `version ${version} in use`, 30)
  }
  isPublishing = false
  const said = await talking

  for (const [i, psid] of people.entries()) {
    const told = versionsTold(psid)
    expect(told).toHaveLength(2 * (said[i] ?? 0))
    expect(told.filter((_, at) => at % 2 === 0)).toEqual(told.filter((_, at) => at % 2 === 1))
  }
  expect(new Set(people.flatMap(versionsTold)).size).toBeGreaterThan(5)
  const inbox = await database.db.selectFrom('inbox').where('done_at', 'is', null).selectAll().execute()
  expect(inbox).toEqual([])
}, 300_000)

test('an earlier version is answered with again in both processes, and a process that starts takes the live one', async () => {
  const [first = 0, , last = 0] = [...taken.second.slice(0, 1), 0, ...taken.second.slice(-1)]
  await takeBack(first, last)
  await eventually(() => taken.second.includes(last + 1), 'the version that was taken back to', 30)
  await eventually(() => service.logged.some(({ event, version }) => event === 'content.live' && version === last + 1))
  await service.meta(textMessage({ psid: 'back', mid: 'back.1', text: 'does it hurt?' }))
  await eventually(() => answersTo('back').length === 1)
  expect(versionsTold('back')).toEqual([1])
  await service.restart()
  await service.meta(textMessage({ psid: 'back', mid: 'back.2', text: 'where can I park?' }))
  await eventually(() => answersTo('back').length === 2)
  expect(versionsTold('back')).toEqual([1, 1])
})
