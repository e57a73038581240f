import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { openChecks } from '../../src/app/openChecks.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { CheckReport, Gate } from '../../src/content/checks.ts'
import { type By, type Draft, saidOf } from '../../src/content/draft.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { writeFileYaml } from '../../src/content/writeFileYaml.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { eventually } from '../support/startService.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'
import { intent, packFolder } from '../unit/content/packFolder.ts'
import { demo } from '../unit/content/packTexts.ts'

const NOWHERE = '/no/such/folder'

const pain = {
  title: 'Does it hurt?',
  utterances: ['does it hurt', 'is it painful', 'will the test hurt me', 'how much pain is there', 'I am afraid of the pain'],
  answer: { text: 'It may hurt a little.' },
}
const parking = {
  title: 'Parking',
  utterances: ['where can I park', 'is there a car park', 'can I park my car there', 'parking please', 'where do I leave the car'],
}
const recall = {
  title: 'Called back',
  utterances: [
    'I was called back',
    'they asked me back',
    'a letter asking me to come back',
    'why am I recalled',
    'asked to come back again',
  ],
  worry: { meets: 'That is a shock.', control: 'You decide what happens.', person: 'soon' },
  answer: { text: 'Most women who are asked back are well.' },
}
const files = {
  'breast/pain.yaml': writeFileYaml(intent('pain', pain)),
  'breast/parking.yaml': writeFileYaml(intent('parking', parking)),
  'breast/recall.yaml': writeFileYaml(intent('recall', recall)),
  'evaluation/messages.json': JSON.stringify([
    { intent: 'pain', utterances: ['does it hurt much', 'how painful is it', 'is there pain'] },
    { intent: 'parking', utterances: ['where do I park', 'can I leave the car there'] },
  ]),
  'evaluation/mustCatch.json': JSON.stringify([{ text: 'they have asked me back again', kind: 'symptom' }]),
  'conversations/pain.yaml':
    'about: Pain is answered\nnow: 2026-11-23T10:00 (Europe/London)\ntalk: |\n  > does it hurt\n  < It may hurt a little.\n  escalated: nothing\n',
}

let testDatabase: TestDatabase
let database: Database
let draft: Draft
let ann: By
let checks: ReturnType<typeof openChecks>

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = await openPostgres(testDatabase.url, silentLog)
  await database.migrate()
  const { db } = database
  const folder = await packFolder(files)
  const folderFiles = async () => (await readPackFolder(folder)).files
  draft = createPostgresDraft({
    db,
    folder: folderFiles,
    auditIn: (on: Kysely<Tables>) => createPostgresAudit(on, systemClock),
    clock: systemClock,
  })
  const row = { email: 'ann@example.org', first_name: 'Ann', roles: ['admin'], created_at: new Date() }
  ann = { id: (await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()).id, firstName: 'Ann' }
  checks = openChecks({
    stores: { database, sealer: createSealer([testSecrets.secretKey]) },
    draft,
    folderFiles,
    recentMessages: async () => ['is it painful at all', 'my secret words about parking', 'I have crushing chest pain right now'],
    findPersonal: (text) => (/Jane/.test(text) ? ['a name'] : []),
    facts: async () => demo,
    clock: systemClock,
    log: silentLog,
    databaseUrl: testDatabase.url,
    folder,
    sentenceModel: NOWHERE,
    learnt: await mkdtemp(join(tmpdir(), 'learnt-')),
  })
})
afterAll(async () => {
  await checks.stop()
  await database.close()
  await testDatabase.drop()
})

/** What is found out of a draft in which these files read otherwise; the draft is empty afterwards. */
async function checked(changes: Record<string, string | undefined>): Promise<CheckReport> {
  for (const [path, yaml] of Object.entries(changes)) await draft.put(ann, [{ path, yaml, from: saidOf(await draft.state(), path) }])
  const { draftHash, liveHash } = await draft.state()
  const seen = { draftHash, liveHash }
  expect(await checks.begin(ann, seen)).toBe('begun')
  await eventually(async () => (await checks.newest(seen))?.state !== 'running', 'the end of the check', 60)
  for (const { path, rev } of (await draft.state()).changes) await draft.discard(ann, path, rev)
  const report = await checks.newest(seen)
  if (!report) throw new Error('There is no report.')
  return report
}
const failed = (report: CheckReport): Gate[] => (report.result?.gates ?? []).filter(({ passed }) => !passed)
const changed = (id: string, was: object, changes: object) => ({ [`breast/${id}.yaml`]: writeFileYaml(intent(id, { ...was, ...changes })) })

describe('what a draft would change', () => {
  test('a reworded answer passes, with the messages that get it, though a conversation quotes the old words', async () => {
    const report = await checked(changed('pain', pain, { answer: { text: 'Some say that it hurts.' } }))
    expect(report).toMatchObject({ state: 'ended', passed: true })
    expect(report.result?.compared).toEqual({ recent: 3, evaluation: 11 })
    expect(report.result?.reworded).toMatchObject([{ intent: 'pain', messages: { recent: 1 } }])
    expect(report.result?.gates.map(({ id }) => id)).toEqual(['readable', 'safety', 'accuracy', 'conversations', 'answers', 'personal'])
    expect(report.done).toBeGreaterThan(0)
  })

  test('an example that steals a safety phrase is refused, with its reason', async () => {
    const report = await checked(changed('parking', parking, { heard: ['I have crushing chest pain right now'] }))
    expect(report.passed).toBe(false)
    expect(failed(report)).toMatchObject([
      { id: 'safety', reasons: [expect.stringContaining('“Parking” would learn “I have crushing chest pain right now”')] },
    ])
  })

  test('examples that take the words of those who need a person are refused, with the message', async () => {
    const heard = [
      'they have asked me back again',
      'they asked me back again',
      'I was called back again',
      'asked me back',
      'they have asked me back',
    ]
    const report = await checked(changed('parking', parking, { heard }))
    expect(
      failed(report)
        .find(({ id }) => id === 'safety')
        ?.reasons.join('\n'),
    ).toMatch(/“they (have )?asked me back( again)?”: today it is answered with “Called back”/)
  })

  test('an answer for those who need a person is not taken out', async () => {
    const report = await checked({ 'breast/recall.yaml': undefined })
    expect(failed(report).find(({ id }) => id === 'safety')?.reasons).toContain('recall is missing: it can be reworded, and not taken out.')
  })

  test('an intent that takes the messages of another is refused, with what is read wrongly and the conversation that goes wrong', async () => {
    const thief = { title: 'Thief', utterances: ['does it hurt much', 'does it hurt at all', 'how painful is it', 'is there pain', 'hurt'] }
    const report = await checked(
      changed('thief', thief, { heard: ['hurt me', 'painful', 'does it hurt you', 'is the pain bad', 'does it hurts'] }),
    )
    const gates = failed(report)
    expect(gates.find(({ id }) => id === 'accuracy')?.reasons.join('\n')).toContain('means “Does it hurt?”, and would be read as “Thief”')
    expect(report.result?.differences.some(({ verdict }) => verdict === 'worse')).toBe(true)
  })

  test('a file that cannot be read is refused with its line, and nothing else is found out', async () => {
    const report = await checked(changed('pain', pain, { answer: { text: '' } }))
    expect(report.result?.gates).toMatchObject([
      { id: 'readable', passed: false, reasons: [expect.stringMatching(/^breast\/pain\.yaml, line \d+/)] },
    ])
  })

  test('who somebody is and a review that is overdue are refused', async () => {
    const report = await checked(
      changed('parking', parking, { heard: ['this is Jane, where can I park'], reviewed: '2020-01-01', reviewBy: '2021-01-01' }),
    )
    expect(failed(report).map(({ id }) => id)).toEqual(['answers', 'personal'])
  })

  test('what was learnt is kept for every process, and the words of patients for none', async () => {
    expect(await database.db.selectFrom('content_models').select('key').execute()).not.toEqual([])
    expect(JSON.stringify(await database.db.selectFrom('content_checks').selectAll().execute())).not.toContain('secret words')
  })
})
