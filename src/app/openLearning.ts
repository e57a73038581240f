import { createPostgresAudit } from '../audit/postgresAudit.ts'
import { type LearningAct, messagesRoutes } from '../consoles/admin/messagesRoutes.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import { LONGEST_EXAMPLE } from '../content/intentLimits.ts'
import type { Into, Learner, LearningDraft, SettledAs } from '../content/learningInbox.ts'
import { createMaskPersonal } from '../content/maskPersonal.ts'
import { createPostgresLearningInbox } from '../content/postgresLearningInbox.ts'
import { draftContext, transcriptContext } from '../conversation/sealContext.ts'
import { maskNumbers } from '../identity/maskNumbers.ts'
import type { Clock } from '../kernel/clock.ts'
import { stemsOf } from '../nlu/naturalStems.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  draft: LearningDraft
  /** All examples of what is live and of the draft. */
  examples: () => Promise<Iterable<string>>
  /** Intents of the draft, to which examples can be added. */
  intents: () => Promise<{ id: string; title: string }[]>
  /** Absent without the sentence model. */
  embed?: ((text: string) => Promise<Float32Array>) | undefined
  clock: Clock
}

/** Learning from real messages: what is offered, and what becomes of it. */
export function openLearning({ stores: { database, sealer }, draft, examples, intents, embed, clock }: Deps) {
  const { db } = database
  const audit = createPostgresAudit(db, clock)
  const mask = createMaskPersonal(maskNumbers)
  const inbox = createPostgresLearningInbox({
    db,
    sealer,
    clock,
    transcriptContext,
    draftContext,
    mask,
    ...(embed && { embed }),
    stems: stemsOf,
    examples,
  })

  /** What becomes of the draft, and the audit log's note of it, in one transaction. */
  function intoDraft(act: LearningAct, by: Learner): Into {
    return async (trx) => {
      const done = await change(act, by, trx)
      if (done.kind === 'refused') return done
      const details = { messages: act.ids.length, ...('intent' in act && { intent: act.intent }) }
      await createPostgresAudit(trx, clock).note({
        account: by,
        action: `messages.${act.as}`,
        subject: { kind: 'content', id: done.path ?? 'messages' },
        details,
      })
      return { kind: 'done' }
    }
  }

  async function change(act: LearningAct, by: Learner, trx: Parameters<Into>[0]): Promise<Changed> {
    if (act.as === 'added') {
      const added = await draft.addExamples(trx, { intent: act.intent, texts: act.texts, by })
      return added.kind === 'added' ? { kind: 'done' } : added
    }
    if (act.as === 'begun') {
      const begun = await draft.beginIntent(trx, { title: act.title, examples: act.texts, by })
      return begun.kind === 'begun' ? { kind: 'done', path: begun.path } : begun
    }
    return { kind: 'done' }
  }

  const settle = (act: LearningAct, by: Learner) => inbox.settle({ ids: act.ids, as: act.as satisfies SettledAs, by }, intoDraft(act, by))

  return {
    routes: (routes: ConsoleRoutes) => [
      messagesRoutes({ routes, list: inbox.list, settle, rules: { mask, longest: LONGEST_EXAMPLE }, intents, audit }),
    ],
    recentMessages: inbox.recentMessages,
  }
}

type Changed = { kind: 'done'; path?: string } | { kind: 'refused'; reasons: string[] }
