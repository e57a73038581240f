import type { TriedMessage, TryOut } from '../../content/tryOut.ts'
import { reasonWords } from '../staff/deskWords.ts'
import { fault, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'

type Deps = { routes: ConsoleRoutes; tryOut: TryOut }

const MOST_MESSAGES = 30
const LONGEST_MESSAGE = 2000

const decisionWords = {
  understood: 'Understood',
  unsure: 'Asks which is meant',
  notUnderstood: 'Not understood',
} as const

/** `/admin/try`: a message, or a conversation, with what is live and with the draft side by side. */
export function tryRoutes({ routes, tryOut }: Deps) {
  async function run(visit: Visit): Promise<void> {
    const typed = (visit.form.get('words') ?? '').replaceAll('\r\n', '\n')
    const messages = typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const faults = faultsOf(messages)
    if (faults.length > 0) return visit.page('tryPage.njk', { typed, state: await tryOut.draft(), ...shownFaults(faults) }, 400)
    const { live, draft } = await tryOut.run(messages)
    const sides = [live, draft.kind === 'tried' ? draft.messages : undefined]
    const tried = messages.map((text, index) => {
      const [inLive, inDraft] = sides.map((side) => side?.[index] && shown(side[index]))
      return { text, live: inLive, draft: inDraft, isOther: draft.kind === 'tried' && JSON.stringify(inLive) !== JSON.stringify(inDraft) }
    })
    await visit.page('tryPage.njk', {
      typed,
      state: draft.kind === 'tried' ? 'learnt' : draft.kind,
      draftFaults: draft.kind === 'failed' ? draft.faults : [],
      tried,
      isConversation: messages.length > 1,
      isBesideDraft: draft.kind !== 'same',
    })
  }

  const all = [
    routes.get('/admin/try', 'admin', async (visit) => visit.page('tryPage.njk', { typed: '', state: await tryOut.draft() })),
    routes.post('/admin/try', 'admin', run),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

function faultsOf(messages: readonly string[]) {
  if (messages.length === 0) return [fault('words', 'Enter a message')]
  if (messages.length > MOST_MESSAGES)
    return [fault('words', `There are ${messages.length} messages. At most ${MOST_MESSAGES} can be tried at once`)]
  const long = messages.findIndex((text) => text.length > LONGEST_MESSAGE)
  return long < 0 ? [] : [fault('words', `Message ${long + 1} has more than ${LONGEST_MESSAGE} characters`)]
}

/** What was read in a message and said to it, in words. */
function shown({ gate, language, decision, likely, words, replies, called }: TriedMessage) {
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return {
    gate: gate && [gate.kind, gate.programme, gate.language && `in ${gate.language}`].filter(Boolean).join(', '),
    rule: gate?.rule,
    language,
    decision: decisionWords[decision.kind],
    isUnderstood: decision.kind === 'understood',
    intents: decision.intents,
    likely: likely.map(({ title, confidence }) => ({ title, percent: percent(confidence), value: Math.round(confidence * 100) })),
    words: words.map(({ word, lost }) => ({ word, lost: percent(Math.abs(lost)), isFor: lost > 0 })),
    replies,
    called: called.map((reason) => reasonWords(reason as Parameters<typeof reasonWords>[0])),
  }
}
