import type { CheckReport, Checks } from './checks.ts'
import { diffFile, diffFiles, type FileDifference, titleOfFile } from './diffFiles.ts'
import type { By, Draft, DraftChange, DraftState } from './draft.ts'
import { missingForPublishing } from './missingForPublishing.ts'
import { idOfPath, type PackFile } from './packFile.ts'
import type { Approval, Publisher, PublishOutcome, Seen, VersionSummary } from './publisher.ts'
import { readFiles } from './readPack.ts'

type Deps = {
  draft: Pick<Draft, 'state' | 'discard'>
  publisher: Publisher
  checks: Checks
  /** How many people who wrote none of it must have approved. */
  approvalsNeeded: (changes: DraftChange[]) => Promise<number>
  /** Learns a pack, or finds it learnt; takes a minute at most, beside the service. */
  learn: (files: PackFile[]) => Promise<unknown>
  /** Takes what was published into use in this process; the others hear of it. */
  follow: () => Promise<void>
}

/** A change of the draft as it is looked at. `behind`: what is live has been changed too since it began, and would be lost. */
export type ShownChange = FileDifference & Pick<DraftChange, 'rev' | 'authors' | 'changedAt'> & { behind: boolean }

/** The draft as it is now, and how far it is from being published. */
export type DraftLook = {
  seen: Seen
  version: number | undefined
  changes: ShownChange[]
  /** What is wrong with its files; with faults nothing can be checked. */
  faults: string[]
  check: CheckReport | undefined
  approvals: Approval[]
  needed: number
  missing: string[]
  /** What this colleague may do now. */
  may: { check: boolean; approve: boolean; publish: boolean }
}

/** `differences`: to the version before it. `takenBack`: what would change of what is live. */
export type VersionLook = VersionSummary & {
  isLive: boolean
  before: number | undefined
  differences: FileDifference[]
  takenBack: FileDifference[]
}

export type TakeBackOutcome = 'rolledBack' | 'changedMeanwhile' | 'unknown' | { kind: 'unreadable'; faults: string[] }

/** What admins do with the draft and with versions. A model is learnt before its pack is live. */
export function createPublishing({ draft, publisher, checks, approvalsNeeded, learn, follow }: Deps) {
  const faultsOf = rememberLast((state: DraftState) => readFiles(state.draft).faults)

  async function look(by: By): Promise<DraftLook> {
    const state = await draft.state()
    const seen = { draftHash: state.draftHash, liveHash: state.liveHash }
    const [check, approvals, needed] = await Promise.all([
      checks.newest(seen),
      publisher.approvals(state.draftHash),
      approvalsNeeded(state.changes),
    ])
    const changed = state.changes.length > 0
    const faults = changed ? faultsOf(state.draftHash, state) : []
    const missing = [...faults, ...missingForPublishing({ changes: state.changes.length, check, approvals: approvals.length, needed })]
    const isAuthor = state.changes.some(({ authors }) => authors.some(({ id }) => id === by.id))
    const hasApproved = approvals.some(({ id }) => id === by.id)
    const mayCheck = changed && faults.length === 0 && check?.state !== 'running'
    const mayApprove = changed && faults.length === 0 && needed > 0 && !isAuthor && !hasApproved
    const may = { check: mayCheck, approve: mayApprove, publish: missing.length === 0 }
    return { seen, version: state.version, changes: shownChanges(state), faults, check, approvals, needed, missing, may }
  }

  return {
    look,

    /** What is missing is found out before anything is learnt. */
    async publish(by: By, seen: Seen, note: string): Promise<PublishOutcome> {
      const state = await draft.state()
      if (state.draftHash !== seen.draftHash || state.liveHash !== seen.liveHash) return { kind: 'changedMeanwhile' }
      const [check, approvals, needed] = await Promise.all([
        checks.newest(seen),
        publisher.approvals(seen.draftHash),
        approvalsNeeded(state.changes),
      ])
      if (!check?.passed) return { kind: 'notChecked' }
      if (approvals.length < needed) return { kind: 'notApproved', needed, given: approvals.length }
      await learn(state.draft)
      const figures = check.result?.figures.draft
      const outcome = await publisher.publish(by, seen, { needed, note, ...(figures && { figures }) })
      if (outcome.kind === 'published') await follow()
      return outcome
    },

    /** Makes an earlier version's files live again, once its model is there. */
    async takeBack(by: By, version: number, seen: { liveVersion: number; note: string }): Promise<TakeBackOutcome> {
      const files = await publisher.files(version)
      if (!files) return 'unknown'
      const { faults } = readFiles(files)
      if (faults.length > 0) return { kind: 'unreadable', faults }
      await learn(files)
      const outcome = await publisher.rollBack(by, version, seen)
      if (outcome === 'rolledBack') await follow()
      return outcome
    },

    /** One version with what it changed; undefined where there is none. */
    async version(id: number): Promise<VersionLook | undefined> {
      const [[summary, before], [live]] = await Promise.all([
        publisher.versions({ before: id + 1, limit: 2 }),
        publisher.versions({ limit: 1 }),
      ])
      const files = summary?.id === id ? await publisher.files(id) : undefined
      if (!summary || !files) return undefined
      const isLive = live?.id === id
      const [old, now] = await Promise.all([before && publisher.files(before.id), live && !isLive ? publisher.files(live.id) : undefined])
      return {
        ...summary,
        isLive,
        before: before?.id,
        differences: old ? diffFiles(old, files) : [],
        takenBack: now ? diffFiles(now, files) : [],
      }
    },

    /** What intents are called, in the draft or else in what is live. */
    async titles(ids: readonly string[]): Promise<(id: string) => string> {
      const { live, draft: files } = await draft.state()
      const wanted = new Set(ids)
      const named = [...live, ...files].filter(({ path }) => wanted.has(idOfPath(path)))
      const titles = new Map(
        Array.from(new Map(named.map((file) => [file.path, file])).values(), ({ path, yaml }) => [idOfPath(path), titleOfFile(path, yaml)]),
      )
      return (id) => titles.get(id) ?? id
    },

    begin: checks.begin,
    approve: publisher.approve,
    versions: publisher.versions,

    /** Takes a file out of the draft that was looked at. */
    async discard(by: By, seen: Seen, { path, rev }: { path: string; rev: number }): Promise<'discarded' | 'changedMeanwhile'> {
      const state = await draft.state()
      if (state.draftHash !== seen.draftHash || state.liveHash !== seen.liveHash) return 'changedMeanwhile'
      const outcome = await draft.discard(by, path, rev)
      return outcome.kind === 'kept' ? 'discarded' : 'changedMeanwhile'
    },
  }
}

export type Publishing = ReturnType<typeof createPublishing>

function shownChanges({ live, changes }: DraftState): ShownChange[] {
  const now = new Map(live.map(({ path, yaml }) => [path, yaml]))
  return changes.map(({ path, yaml, base, rev, authors, changedAt }) => ({
    ...diffFile(path, now.get(path), yaml),
    rev,
    authors,
    changedAt,
    behind: base !== now.get(path),
  }))
}

/** Reading a whole pack takes half a second: it is read again only when it is another. */
function rememberLast<A, T>(work: (argument: A) => T): (key: string, argument: A) => T {
  let last: { key: string; result: T } | undefined
  return (key, argument) => {
    if (last?.key !== key) last = { key, result: work(argument) }
    return last.result
  }
}
