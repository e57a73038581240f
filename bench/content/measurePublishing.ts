import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { openContent } from '../../src/app/openContent.ts'
import { openPack } from '../../src/app/openPack.ts'
import { openUnderstanding } from '../../src/app/openUnderstanding.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { PackFile } from '../../src/content/packFile.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { createPostgresPublisher } from '../../src/content/postgresPublisher.ts'
import { readPack } from '../../src/content/readPack.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createPostgresModels } from '../../src/nlu/postgresModels.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { startOwnPostgres } from '../../test/support/ownPostgres.ts'

/** Seconds: learning and sharing a draft; then from "publish" until another process answers with it. */
export type PublishingFigures = { intents: number; learnt: number; taken: number }

/** Publishes a pack of these files on PostgreSQL, beside another process that has learnt nothing of it. */
export async function measurePublishing(own: PackFile[], files: PackFile[]): Promise<PublishingFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'publish-bench-'))
  await chmod(folder, 0o711)
  const server = await startOwnPostgres(folder)
  const [here, there] = [await openPostgres(server.url, silentLog), await openPostgres(server.url, silentLog)]
  await here.migrate()
  const { db } = here
  const deps = { db, folder: async () => own, auditIn: (on: Kysely<Tables>) => createPostgresAudit(on, systemClock), clock: systemClock }
  const [draft, publisher] = [createPostgresDraft(deps), createPostgresPublisher(deps)]
  const learntIn = (name: string, on: typeof here) =>
    openUnderstanding(silentLog, undefined, join(folder, name), createPostgresModels(on.db))
  const [ours, theirs] = [await learntIn('ours', here), await learntIn('theirs', there)]
  const other = await openContent({ stores: { database: there }, understanding: theirs, clock: systemClock, log: silentLog })
  try {
    const before = new Map(own.map(({ path, yaml }) => [path, yaml]))
    const edits = files.filter(({ path, yaml }) => before.get(path) !== yaml).map((file) => ({ ...file, from: before.get(file.path) }))
    const by = await accountIn(db)
    await draft.put(by, edits)
    const { draftHash, liveHash, draft: pack } = await draft.state()
    const began = performance.now()
    await openPack(ours, readPack(pack))
    const learnt = performance.now()
    await passCheck(db, draftHash, liveHash)
    const outcome = await publisher.publish(by, { draftHash, liveHash }, { needed: 0, note: '' })
    if (outcome.kind !== 'published') throw new Error(outcome.kind)
    while (other.version() !== outcome.version) await setTimeout(5)
    return { intents: readPack(pack).intents.length, learnt: (learnt - began) / 1000, taken: (performance.now() - learnt) / 1000 }
  } finally {
    await other.stop()
    await ours.close()
    await theirs.close()
    await there.close()
    await here.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function accountIn(db: Kysely<Tables>) {
  const row = { email: 'ann@example.org', first_name: 'Ann', roles: ['admin'], created_at: new Date() }
  const { id } = await db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
  return { id, firstName: 'Ann' }
}

async function passCheck(db: Kysely<Tables>, draftHash: string, liveHash: string): Promise<void> {
  const now = new Date()
  const check = { begun_at: now, begun_by_name: 'Ann', seen_at: now, ended_at: now, passed: true }
  await db
    .insertInto('content_checks')
    .values({ pack_hash: draftHash, live_hash: liveHash, ...check })
    .execute()
}
