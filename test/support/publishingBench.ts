import { type OpenPack, openPack, PACK } from '../../src/app/openPack.ts'
import { openPublishing } from '../../src/app/openPublishing.ts'
import type { Understanding } from '../../src/app/openUnderstanding.ts'
import type { AuditEntry } from '../../src/audit/audit.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { CheckResult } from '../../src/content/checks.ts'
import { type By, saidOf } from '../../src/content/draft.ts'
import type { Intent } from '../../src/content/intentSchema.ts'
import type { PackFile } from '../../src/content/packFile.ts'
import { createPostgresChecks } from '../../src/content/postgresChecks.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { createPostgresPublisher } from '../../src/content/postgresPublisher.ts'
import { readPack } from '../../src/content/readPack.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { approvalsNeeded } from '../../src/content/safetyContent.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Classifier } from '../../src/nlu/classifier.ts'
import { createFindDanger } from '../../src/safety/findDanger.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { createPostgresStorage } from '../../src/storage/postgresStorage.ts'
import { startConsole } from './consoleStandIn.ts'
import { demoFacts, friday } from './servicePages.ts'

/** What a check finds, unless a test says otherwise: nothing. */
export const nothingFound: CheckResult = {
  gates: [{ id: 'safety', title: 'Nobody in danger is overlooked', passed: true, reasons: [] }],
  compared: { recent: 0, evaluation: 0 },
  differences: [],
  counts: { better: 0, worse: 0, different: 0, same: 0 },
  reworded: [],
  figures: { live: { accuracy: 0.9 }, draft: { accuracy: 0.912 } },
}

/** The pages of draft, versions, trying and files around the real pack, with checks and learning that a test holds in its hand. */
export async function startPublishing(database: Database) {
  const { db } = database
  const sealer = createSealer(['a key of tests, of 32 letters and more'])
  const clock = { now: () => friday }
  const { files } = await readPackFolder(PACK)
  const folder = async (): Promise<PackFile[]> => files
  const auditIn = (on: typeof db) => createPostgresAudit(on, clock)
  const draft = createPostgresDraft({ db, folder, auditIn, clock })
  const publisher = createPostgresPublisher({ db, folder, auditIn, clock })
  let publishing: 'twoPeople' | 'onePerson' = 'twoPeople'
  let check: Promise<CheckResult> = Promise.resolve(nothingFound)
  let progress = { done: 0, total: 0 }
  let learning: Promise<unknown> = Promise.resolve()
  let begun = (): void => {}
  const learnt: string[][] = []

  const understanding = {
    async learn(intents: Intent[]): Promise<Classifier> {
      begun()
      await learning
      learnt.push(intents.map(({ id }) => id))
      return byCommonWords(intents)
    },
    isEnglishWord: () => true,
  } as unknown as Understanding

  let live: OpenPack = await openPack(understanding, readPack(files))
  let follows = 0
  async function follow(): Promise<void> {
    live = await openPack(understanding, readPack((await draft.state()).live))
    follows += 1
  }

  const checks = createPostgresChecks({
    db,
    sealer,
    draft,
    work: (_state, onProgress) => {
      onProgress(progress.done, progress.total)
      return { ended: check, stop: async () => {} }
    },
    auditIn,
    clock,
    log: silentLog,
    heartbeatMs: 50,
  })
  const pages = openPublishing({
    stores: { database, staffStorage: createPostgresStorage(db, sealer, 3600) },
    content: { follow, folderFiles: folder },
    pack: () => live,
    understanding,
    checks,
    approvalsNeeded,
    facts: async () => ({ ...demoFacts, publishing }),
    findDanger: createFindDanger(undefined),
    clock,
  })
  const console = await startConsole(database, ({ routes }) => pages.routes(routes))

  return {
    ...console,
    db,
    files,
    draft,
    publisher,
    checks,
    learnt,
    follows: () => follows,
    setPublishing(to: typeof publishing) {
      publishing = to
    },
    /** What the next checks find, or when. */
    checkFinds(found: CheckResult | Promise<CheckResult>, at = { done: 0, total: 0 }) {
      check = Promise.resolve(found)
      progress = at
    },
    /** Until when learning takes; resolves when somebody has begun it. */
    learningTakes(until: Promise<unknown>): Promise<void> {
      learning = until
      return new Promise((resolve) => {
        begun = resolve
      })
    },
    yamlOf: (path: string) => files.find((file) => file.path === path)?.yaml ?? '',
    /** Puts a change of a file into the draft. */
    async put(by: By, path: string, yaml: string | undefined): Promise<void> {
      await draft.put({ id: by.id, firstName: by.firstName }, [{ path, yaml, from: saidOf(await draft.state(), path) }])
    },
    async seen() {
      const { draftHash, liveHash } = await draft.state()
      return { draftHash, liveHash }
    },
    /** Begins a check of the draft and waits for its end. */
    async checked(by: By): Promise<void> {
      const seen = await this.seen()
      await checks.begin(by, seen)
      for (let tries = 0; tries < 200 && (await checks.newest(seen))?.state !== 'ended'; tries++)
        await new Promise((resolve) => setTimeout(resolve, 10))
    },
    audited: async (): Promise<Pick<AuditEntry, 'action' | 'details'>[]> =>
      (await db.selectFrom('audit_log').orderBy('id').select(['action', 'details']).execute()) as never,
  }
}

export type PublishingBench = Awaited<ReturnType<typeof startPublishing>>

/** Understands by the share of a message's words that an example has. */
function byCommonWords(intents: Intent[]): Classifier {
  const wordsIn = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .split(/[^a-z']+/)
        .filter(Boolean),
    )
  const examples = intents.flatMap(({ id, utterances }) => utterances.map((text) => ({ id, words: wordsIn(text) })))
  return {
    async classify(text) {
      const words = wordsIn(text)
      const best = new Map<string, number>()
      for (const { id, words: its } of examples) {
        const common = [...words].filter((word) => its.has(word)).length
        const share = common / Math.max(1, words.size + its.size - common)
        if (share > (best.get(id) ?? 0)) best.set(id, share)
      }
      return Array.from(best, ([intent, confidence]) => ({ intent, confidence })).sort((a, b) => b.confidence - a.confidence)
    },
  }
}
