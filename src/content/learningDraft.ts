import type { Kysely } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import { type By, type Draft, type DraftState, saidOf } from './draft.ts'
import { isIntentPath } from './draftIntents.ts'
import { fieldsOfFile, fileWith, linesOf } from './intentForm.ts'
import type { LearningDraft } from './learningInbox.ts'
import { newIntentId } from './newIntentId.ts'
import { idOfPath } from './packFile.ts'
import { readFiles } from './readPack.ts'

type Refused = { kind: 'refused'; reasons: string[] }

/** Puts messages of patients into the draft: among what was heard of an intent, or as the beginning of a new one, which then waits for its answer. */
export function createLearningDraft(draft: Pick<Draft, 'state' | 'put'>): LearningDraft {
  async function put(
    trx: Kysely<Tables>,
    by: By,
    { path, yaml }: { path: string; yaml: string },
    state: DraftState,
  ): Promise<Refused | undefined> {
    const outcome = await draft.put(by, [{ path, yaml, from: saidOf(state, path) }], trx)
    if (outcome.kind === 'kept') return undefined
    return refused('Somebody else has just changed this intent. Please try again.')
  }

  return {
    async addExamples(trx, { intent, texts, by }) {
      const state = await draft.state(trx)
      const file = state.draft.find(({ path }) => isIntentPath(path) && idOfPath(path) === intent)
      if (!file) return refused('This intent is not in the draft any more.')
      const { heard } = fieldsOfFile(file.yaml)
      const yaml = fileWith(file.yaml, intent, { heard: [...linesOf(heard), ...texts.map(oneLine)].join('\n') })
      const reasons = newFaults(state, { path: file.path, yaml })
      if (reasons.length > 0) return { kind: 'refused', reasons }
      return (await put(trx, by, { path: file.path, yaml }, state)) ?? { kind: 'added' }
    },

    async beginIntent(trx, { title, examples, by }) {
      const state = await draft.state(trx)
      const existing = [...state.draft, ...state.live].filter(({ path }) => isIntentPath(path)).map(({ path }) => ({ id: idOfPath(path) }))
      const id = newIntentId(title, existing)
      const path = `breast/${id}.yaml`
      const yaml = fileWith(undefined, id, { title, programme: 'breast', utterances: examples.map(oneLine).join('\n') })
      return (await put(trx, by, { path, yaml }, state)) ?? { kind: 'begun', path }
    },
  }
}

const refused = (reason: string): Refused => ({ kind: 'refused', reasons: [reason] })

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What is wrong with the draft with this file in it, and was not before. */
function newFaults({ draft }: DraftState, changed: { path: string; yaml: string }): string[] {
  const before = new Set(readFiles(draft).faults)
  const after = readFiles(draft.map((file) => (file.path === changed.path ? changed : file)))
  return after.faults.filter((fault) => !before.has(fault))
}
