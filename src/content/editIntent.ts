import { type By, type Draft, type FileEdit, saidOf } from './draft.ts'
import { type createDraftIntents, type DraftIntent, type DraftIntents, isIntentPath } from './draftIntents.ts'
import { type AdvicePorts, exampleRemarks, measuresOf, refusedExamples } from './intentAdvice.ts'
import type { BothChanged, ChangeIntent, IntentEditing, SaveIntent, TypedIntent } from './intentEditing.ts'
import { type IntentFault, intentFaults } from './intentFaults.ts'
import { fieldsOfFile, fileWith, type IntentFields, tidy } from './intentForm.ts'
import { intentPages } from './intentPages.ts'
import { linesOfFile, wouldBe } from './intentWouldBe.ts'
import { mergeIntent, openedChecks } from './mergeIntent.ts'
import { isIntentId, newIntentId } from './newIntentId.ts'
import { packedFile, unpackedFile } from './packedFile.ts'
import { idOfPath } from './packFile.ts'
import { safetyKept } from './safetyKept.ts'
import type { ServiceFacts } from './serviceFactsSchema.ts'

type Deps = {
  draft: Draft
  /** The same as whoever else reads the draft's intents, so that each file is read once. */
  intents: ReturnType<typeof createDraftIntents>
  facts: () => Promise<ServiceFacts>
  isSafetyFile: (path: string, yaml: string) => boolean
  advice: AdvicePorts
}

/** Somebody else may be quicker so often. */
const TRIES = 20

/** Edits the intents of the draft. Two who edit the same one at once both keep what only they have changed. */
export function createEditIntent({ draft, intents, facts, isSafetyFile, advice }: Deps): IntentEditing {
  const pages = intentPages(isSafetyFile)

  async function save(by: By, typed: TypedIntent): Promise<SaveIntent> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const outcome = await trySave(by, typed)
      if (outcome !== 'changedMeanwhile') return outcome
    }
    throw new Error('The draft changes faster than it can be saved.')
  }

  async function trySave(by: By, { id: given, was: packed, fields: sent }: TypedIntent): Promise<SaveIntent | 'changedMeanwhile'> {
    const read = await intents()
    const id = given ?? newIntentId(sent.title ?? '', read.all)
    const now = read.all.find((one) => one.id === id)
    if (!isIntentId(id)) return { kind: 'unknown' }
    const was = unpackedFile(packed)
    const before = fieldsOfFile(was)
    const isGone = now ? now.state === 'takenOut' : given !== undefined
    if (isGone && was !== undefined) return { kind: 'takenOut', fields: { ...before, ...tidy(sent) }, was: packedFile(undefined) }
    const current = now?.state === 'takenOut' ? undefined : now?.yaml
    const [mine, theirs] = [tidy({ ...before, ...sent }), fieldsOfFile(current)]
    const { fields, conflicts } = mergeIntent(before, mine, theirs)
    if (conflicts.length > 0) {
      const both = conflicts.map(
        (field): BothChanged => ({ field, was: before[field] ?? '', mine: fields[field] ?? '', theirs: theirs[field] ?? '' }),
      )
      const authors = read.state.changes.find(({ path }) => path === now?.path)?.authors ?? []
      const others = authors.filter((author) => author.id !== by.id).map(({ firstName }) => firstName)
      return { kind: 'bothChanged', fields, both, was: packedFile(current), by: others }
    }
    const faults = await faultsOf(read, id, now, fields)
    if (faults.length > 0) return { kind: 'faults', fields, faults, was: packedFile(current) }
    const checks = openedChecks(theirs, mine, fields)
    const yaml = fileWith(current ?? now?.yaml, id, { ...fields, ...checks })
    const path = `${fields.programme}/${id}.yaml`
    if (now && now.state !== 'takenOut' && now.path === path && now.yaml === yaml) return { kind: 'same', id }
    const moved = now && now.path !== path ? [edit(read, now.path, undefined)] : []
    const put = await draft.put(by, [...moved, edit(read, path, yaml)])
    return put.kind === 'kept' ? { kind: 'kept', id, reopened: Object.keys(checks).length > 0 } : 'changedMeanwhile'
  }

  async function faultsOf(read: DraftIntents, id: string, now: DraftIntent | undefined, fields: IntentFields): Promise<IntentFault[]> {
    const others = read.draft.filter((intent) => intent.id !== id)
    const known = linesOfFile(
      now?.yaml,
      read.live.find((intent) => intent.id === id),
    )
    return [
      ...intentFaults(fields, { id, others, dialog: now?.intent?.dialog }),
      ...(now && isSafetyFile(now.path, now.yaml) ? safetyKept(now, fields) : []),
      ...(await refusedExamples(fields, known, advice)),
    ]
  }

  /** Puts files, with the questions of others that can no longer be offered taken off them. */
  async function putAll(by: By, read: DraftIntents, edits: FileEdit[], gone: string | undefined): Promise<ChangeIntent> {
    const offering = gone === undefined ? [] : read.all.filter((one) => one.state !== 'takenOut' && one.id !== gone && offers(one, gone))
    const without = offering.map(({ path, yaml, id }) => edit(read, path, fileWith(yaml, id, withoutFollowUp(yaml, gone ?? ''))))
    const put = await draft.put(by, [...edits, ...without])
    return put.kind === 'kept' ? 'done' : 'changedMeanwhile'
  }

  return {
    async open(id) {
      const read = await intents()
      const one = read.all.find((intent) => intent.id === id)
      return one && pages.one(read, one)
    },
    openNew: async () => pages.fresh(await intents()),
    save,
    async takeOut(by, id, seen) {
      const read = await intents()
      const now = read.all.find((one) => one.id === id)
      if (!now || now.state === 'takenOut') return 'unknown'
      if (isSafetyFile(now.path, now.yaml)) return 'refused'
      if (now.yaml !== unpackedFile(seen)) return 'changedMeanwhile'
      return putAll(by, read, [edit(read, now.path, undefined)], id)
    },
    async discard(by, id, seen) {
      const read = await intents()
      const changed = read.state.changes.filter(({ path }) => isIntentPath(path) && idOfPath(path) === id)
      if (changed.length === 0) return 'unknown'
      const now = read.all.find((one) => one.id === id && one.state !== 'takenOut')
      if (now?.yaml !== unpackedFile(seen)) return 'changedMeanwhile'
      const liveYaml = (path: string) => read.state.live.find((file) => file.path === path)?.yaml
      const isLive = read.live.some((intent) => intent.id === id)
      return putAll(
        by,
        read,
        changed.map(({ path }) => edit(read, path, liveYaml(path))),
        isLive ? undefined : id,
      )
    },
    async advise({ id: given, was, fields: sent }) {
      const read = await intents()
      const now = read.all.find((one) => one.id === given)
      if (given !== undefined && !now) return undefined
      const id = given ?? newIntentId(sent.title ?? '', read.all)
      const fields = tidy({ ...fieldsOfFile(unpackedFile(was)), ...sent })
      const [faults, examples, service] = await Promise.all([
        faultsOf(read, id, now, fields),
        exampleRemarks(id, fields, read, advice),
        facts(),
      ])
      const measures = measuresOf(fields, service)
      return { advice: { faults, ...examples, measures }, intent: wouldBe(now?.yaml, id, fields), draft: read.draft }
    },
  }
}

const edit = ({ state }: DraftIntents, path: string, yaml: string | undefined): FileEdit => ({
  path,
  yaml,
  from: saidOf(state, path),
})

const followUpsIn = (yaml: string): string[] => (fieldsOfFile(yaml).followUps ?? '').split(' ').filter(Boolean)

const offers = ({ intent }: DraftIntent, id: string): boolean => intent?.answer?.followUps.includes(id) ?? false

const withoutFollowUp = (yaml: string, id: string): IntentFields => ({
  ...fieldsOfFile(yaml),
  followUps: followUpsIn(yaml)
    .filter((one) => one !== id)
    .join(' '),
})
