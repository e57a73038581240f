import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import { cachedFacts } from '../content/cachedFacts.ts'
import { ContentError } from '../content/contentError.ts'
import { fillFacts } from '../content/fillFacts.ts'
import { followLive } from '../content/followLive.ts'
import { type FolderFiles, liveVersion, versionFiles } from '../content/liveFiles.ts'
import { createPostgresServiceFacts } from '../content/postgresServiceFacts.ts'
import { readPack } from '../content/readPack.ts'
import { readPackFolder } from '../content/readPackFolder.ts'
import { seedDemo } from '../content/seedDemo.ts'
import type { TextOf } from '../content/textOf.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Meaning } from '../nlu/understand.ts'
import { type OpenPack, openPack, PACK } from './openPack.ts'
import type { Stores } from './openStores.ts'
import type { Understanding } from './openUnderstanding.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Of what somebody searches for, so many guesses are of use, and those at least this likely. */
const MOST_MEANT = 3
const LEAST_MEANT = 0.15

/** So many guesses are kept of what was made of a message. */
const MOST_LIKELY = 4

type Deps = {
  stores: Pick<Stores, 'database'>
  understanding: Understanding | undefined
  clock: Clock
  log: Log
  /** Speaks until something is published. */
  folder?: string
}

/** What the bot knows and says: the live pack of intents, how it is understood, and the service's facts. Without understanding, the facts alone. */
export async function openContent({ stores: { database }, understanding, clock, log, folder = PACK }: Deps) {
  const { db, live } = database
  const facts = createPostgresServiceFacts(db, clock)
  const known = cachedFacts(facts, clock)
  const folderFiles: FolderFiles = async () => {
    const { files, faults } = await readPackFolder(folder)
    if (faults.length > 0) throw new ContentError(faults)
    return files
  }
  const began = understanding && (await liveVersion(db))
  let inUse = understanding && (await openPack(understanding, readPack(await filesOf(began))))
  /** The pack that a turn began with, for all of that turn. */
  const pinned = new AsyncLocalStorage<OpenPack>()
  const pack = () => pinned.getStore() ?? inUse

  const text = ((id, language: string) => {
    const its = pack()
    if (!its) throw new Error('No pack is in use.')
    return its.text(id, language)
  }) as TextOf

  function filesOf(version: number | undefined) {
    return version === undefined ? folderFiles() : versionFiles(db, version)
  }

  async function use(version: number | undefined): Promise<void> {
    if (understanding) inUse = await openPack(understanding, readPack(await filesOf(version)))
  }

  const following = followLive(
    {
      liveVersion: async () => (understanding ? liveVersion(db) : undefined),
      use,
      subscribe: (listener) => live.subscribe('content', listener),
      log,
    },
    began,
  )

  return {
    intent: (id: string) => pack()?.intents.get(id),
    intents: () => pack()?.intents.values() ?? [],
    guide: (id: string) => pack()?.guides.get(id),
    /** A fixed text. Throws where there is no pack, and therefore no bot that could ask for one. */
    text,
    language: (code: string) => pack()?.languages.get(code),
    languageOf: (text: string) => pack()?.languages.get(pack()?.languageOf(text) ?? ''),
    understand: async (text: string, topic?: string): Promise<Meaning> => {
      const read = await pack()?.read(text, topic)
      if (!read) return { kind: 'notUnderstood', topics: [] }
      return { ...read.decision, likely: read.classification.slice(0, MOST_LIKELY) }
    },
    /** Intents that a few words may mean, best first. */
    mayMean: async (text: string): Promise<string[]> =>
      (await pack()?.classifier.classify(text))
        ?.slice(0, MOST_MEANT)
        .flatMap(({ intent, confidence }) => (confidence >= LEAST_MEANT ? intent : [])) ?? [],
    facts: known,
    fillFacts,
    folderFiles,
    /** What this process, or the turn that asks, answers with. */
    pack,
    /** Whatever is published while `work` runs, it reads one pack from its beginning to its end. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      return inUse ? pinned.run(inUse, work) : work()
    },
    /** Takes what was published into use now. */
    follow: following.lookNow,
    /** The version that this process answers with; undefined: the folder's pack. */
    version: following.current,
    /**
     * Reads the folder's pack anew and learns it, while the one in use goes on answering; once something was published, that. Throws a
     * `ContentError` that names every fault of the pack; then the one in use stays.
     */
    async reload(): Promise<void> {
      // What is published meanwhile is not undone by a reading that began before.
      let version: number | undefined
      do {
        version = await liveVersion(db)
        await use(version)
      } while (version !== (await liveVersion(db)))
    },
    /** Fills an empty database with the demo; says whether it did. From then on the facts are known, should the database be away. */
    async seed(): Promise<boolean> {
      const seeded = await seedDemo(facts, join(ROOT, 'demo/service.yaml'))
      await known()
      return seeded
    },
    stop: following.stop,
  }
}

export type Content = Awaited<ReturnType<typeof openContent>>
