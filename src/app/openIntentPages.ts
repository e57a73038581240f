import { join } from 'node:path'
import type { Server } from 'restify'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import { intentsEditRoutes } from '../consoles/admin/intentsEditRoutes.ts'
import { intentsLanguageRoutes } from '../consoles/admin/intentsLanguageRoutes.ts'
import { intentsRoutes } from '../consoles/admin/intentsRoutes.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import { createDraftIntents } from '../content/draftIntents.ts'
import { createEditIntent } from '../content/editIntent.ts'
import { intentLimits } from '../content/intentLimits.ts'
import { programmes } from '../content/intentSchema.ts'
import { createListIntents } from '../content/listIntents.ts'
import { createMaskPersonal } from '../content/maskPersonal.ts'
import { createNearestExamples } from '../content/nearestExamples.ts'
import { createPostgresDraft } from '../content/postgresDraft.ts'
import { createPostgresIntentUse } from '../content/postgresIntentUse.ts'
import { createPostgresQualityReports } from '../content/postgresQualityReports.ts'
import { isSafetyFile } from '../content/safetyContent.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { maskNumbers } from '../identity/maskNumbers.ts'
import type { Clock } from '../kernel/clock.ts'
import { cosine } from '../nlu/embedding.ts'
import { keepEmbeddings } from '../nlu/keptEmbeddings.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import type { Content } from './openContent.ts'
import type { OpenPack } from './openPack.ts'
import type { Stores } from './openStores.ts'
import { LEARNT, SENTENCE_MODEL } from './openUnderstanding.ts'
import { createPreviewAnswer } from './previewAnswer.ts'

type Deps = {
  stores: Pick<Stores, 'database'>
  content: Pick<Content, 'folderFiles'>
  /** What this process answers with. */
  pack: () => OpenPack | undefined
  /** Absent without the sentence model: then nothing is compared by its meaning. */
  embed?: Embed | undefined
  facts: () => Promise<ServiceFacts>
  findDanger: FindDanger
  clock: Clock
  /** Where the sentence model is, and what was learnt. */
  sentenceModel?: string | undefined
  learnt?: string | undefined
}

type Embed = (text: string) => Promise<Float32Array>

/** The intents and answers of the draft: listed, edited, looked at while somebody types. */
export function openIntentPages({ stores: { database }, content, pack, embed, facts, findDanger, clock, ...folders }: Deps) {
  const { sentenceModel = SENTENCE_MODEL, learnt = LEARNT } = folders
  const { db } = database
  const auditIn = (on: typeof db) => createPostgresAudit(on, clock)
  const draft = createPostgresDraft({ db, folder: content.folderFiles, auditIn, clock })
  const reports = createPostgresQualityReports({ db, auditIn, clock })
  const mask = createMaskPersonal(maskNumbers)
  const intents = createDraftIntents(draft)
  const today = async () =>
    clock
      .now()
      .setZone((await facts()).timeZone)
      .toISODate() ?? ''
  const editing = createEditIntent({
    draft,
    intents,
    facts,
    isSafetyFile,
    advice: {
      read: async (text) => (await pack()?.classifier.classify(text)) ?? [],
      nearest: embed && nearestExamples(embed, { sentenceModel, learnt }),
      misread: async (livePack) => (await reports.newest(livePack))?.result.misread ?? [],
      findPersonal: (text) => mask(text).hidden,
      findDanger,
    },
  })
  const list = createListIntents({ intents, isSafetyFile, useOf: createPostgresIntentUse(db, clock), today })
  const preview = createPreviewAnswer({ pack, facts, findDanger, clock })
  const shared = { editing, preview, programmes, limits: intentLimits }

  return {
    routes: (routes: ConsoleRoutes): ((server: Server) => void)[] => [
      intentsRoutes({ routes, list, programmes }),
      intentsEditRoutes({ routes, ...shared, today }),
      intentsLanguageRoutes({ routes, editing, limits: intentLimits }),
    ],
  }
}

/** What was embedded of the examples is kept for the next start: there are thousands, and each takes milliseconds. */
function nearestExamples(embed: Embed, { sentenceModel, learnt }: { sentenceModel: string; learnt: string }) {
  const plain = { embed, commonness: () => undefined, close: async () => {} }
  const kept = keepEmbeddings(plain, sentenceModel, join(learnt, 'examples'))
  return createNearestExamples({ embed, likeness: cosine, embedExample: kept.embed, keep: kept.keep })
}
