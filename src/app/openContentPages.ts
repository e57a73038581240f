import { createPostgresAudit } from '../audit/postgresAudit.ts'
import type { Settings } from '../config/settings.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import { isIntentPath } from '../content/draftIntents.ts'
import { fieldsOfFile, type IntentFields, linesOf } from '../content/intentForm.ts'
import { createLearningDraft } from '../content/learningDraft.ts'
import { createMaskPersonal } from '../content/maskPersonal.ts'
import { idOfPath } from '../content/packFile.ts'
import { createPostgresDraft } from '../content/postgresDraft.ts'
import { approvalsNeeded } from '../content/safetyContent.ts'
import { maskNumbers } from '../identity/maskNumbers.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import type { AppOptions } from './appOptions.ts'
import { openChecks } from './openChecks.ts'
import type { Content } from './openContent.ts'
import { openIntentPages } from './openIntentPages.ts'
import { openLearning } from './openLearning.ts'
import { openPublishing } from './openPublishing.ts'
import { openQuality } from './openQuality.ts'
import type { Stores } from './openStores.ts'
import { openTextPages } from './openTextPages.ts'
import type { Understanding } from './openUnderstanding.ts'

type Deps = {
  settings: Pick<Settings, 'databaseUrl'>
  stores: Stores
  content: Content
  understanding: Understanding
  findDanger: FindDanger
  /** Where the pack, the sentence model and what was learnt are, where not in their usual places. */
  places: Pick<AppOptions, 'packFolder' | 'sentenceModel' | 'learntFolder'>
  clock: Clock
  log: Log
}

/** What the bot understands and says, in the hands of admins: edited, checked, published, learnt and measured. */
export function openContentPages({ settings, stores, content, understanding, findDanger, places, clock, log }: Deps) {
  const { db } = stores.database
  const { folderFiles, facts, pack } = content
  const { embed, withMeaning } = understanding
  const where = { sentenceModel: places.sentenceModel, learnt: places.learntFolder }
  const draft = createPostgresDraft({ db, folder: folderFiles, auditIn: (on) => createPostgresAudit(on, clock), clock })
  const mask = createMaskPersonal(maskNumbers)
  const intentsOfDraft = async (): Promise<{ id: string; fields: IntentFields }[]> =>
    (await draft.state()).draft
      .filter(({ path }) => isIntentPath(path))
      .map(({ path, yaml }) => ({ id: idOfPath(path), fields: fieldsOfFile(yaml) }))

  const learning = openLearning({
    stores,
    draft: createLearningDraft(draft),
    examples: async () => (await intentsOfDraft()).flatMap(({ fields }) => [...linesOf(fields.utterances), ...linesOf(fields.heard)]),
    intents: async () => (await intentsOfDraft()).map(({ id, fields }) => ({ id, title: fields.title || id })),
    embed,
    clock,
  })
  const checks = openChecks({
    stores,
    draft,
    folderFiles,
    recentMessages: async (limit) => (await learning.recentMessages(limit)).map(({ text }) => text),
    findPersonal: (text) => mask(text).hidden,
    facts,
    clock,
    log,
    databaseUrl: settings.databaseUrl,
    folder: places.packFolder,
    ...where,
  })
  const quality = openQuality({ stores, draft, withMeaning, facts, clock, log, ...where })
  const publishing = openPublishing({ stores, content, pack, understanding, checks, approvalsNeeded, facts, findDanger, clock })
  const intents = openIntentPages({ stores, content, pack, embed, facts, findDanger, clock, ...where })
  const texts = openTextPages({ draft, facts, clock })

  return {
    chores: quality.chores,
    routes: (routes: ConsoleRoutes) => [
      ...intents.routes(routes),
      ...texts.routes(routes),
      ...publishing.routes(routes),
      ...learning.routes(routes),
      ...quality.routes(routes),
    ],
    /** Ends what is being worked out. */
    async stop(): Promise<void> {
      await Promise.all([checks.stop(), quality.stop()])
    },
  }
}
