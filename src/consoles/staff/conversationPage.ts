import { randomUUID } from 'node:crypto'
import type { AnswerOf, FindAnswers } from '../../content/findAnswers.ts'
import type { ConversationHeader } from '../../handoff/conversationView.ts'
import type { CannedReplies } from '../../handoff/desk.ts'
import { htmlOf } from './pieces.ts'
import { queueParts } from './queueRoutes.ts'
import { type QueueView, readQueueLook } from './queueView.ts'
import type { RenderPage } from './renderPage.ts'
import { LONGEST_REPLY, type TalkView, talkName, talkPath, type Unsent } from './talkView.ts'
import type { Visit } from './visit.ts'

type Deps = {
  queueView: QueueView
  talkView: TalkView
  cannedReplies: CannedReplies
  findAnswers: FindAnswers
  answerOf: AnswerOf
  render: Pick<RenderPage, 'fragment'>
}

/** What did not go as she wanted, and what she had written: nobody writes anything twice. */
export type Setback = { status: number; problem?: string; unsent?: Unsent; note?: string }

type Query = { show?: string; page?: string; before?: string; q?: string; insert?: string; canned?: string; say?: unknown }

/** Shows the page of a conversation to somebody who may read it. */
export function createConversationPage({ queueView, talkView, cannedReplies, findAnswers, answerOf, render }: Deps) {
  /** Without script an answer is put into the box by following its link, and other pages bring words to be said with them. */
  async function inserted({ insert, canned, say, q }: Query): Promise<Unsent | undefined> {
    if (typeof say === 'string' && say.trim()) return { words: say.trim().slice(0, LONGEST_REPLY), fault: '' }
    const words = insert ? (await answerOf(insert))?.text : canned && (await cannedReplies.list()).find(({ id }) => id === canned)?.text
    return words && !q ? { words, fault: '' } : undefined
  }

  return async (visit: Visit, header: ConversationHeader, setback?: Setback): Promise<void> => {
    const query = (visit.req.query ?? {}) as Query
    const look = readQueueLook(query)
    const before = /^\d{1,9}$/.test(query.before ?? '') ? Number(query.before) : undefined
    const path = talkPath(header.id)
    const [queue, read, canned, insertedWords] = await Promise.all([
      queueParts(queueView, look, visit.account.id),
      talkView.read(header, { ...(before ? { before } : {}), isOpened: true }),
      cannedReplies.list(),
      inserted(query),
    ])
    const shown = await talkView.shown(read, visit, [], setback?.unsent ?? insertedWords)
    const q = query.q?.slice(0, 200).trim()
    const answers = q ? render.fragment('answersList.njk', { query: q, path, answers: await findAnswers(q) }) : ''
    if (!before) await talkView.markRead(header.id, read.talk.lastSeq)
    await visit.page(
      'conversationPage.njk',
      {
        title: talkName(header),
        name: talkName(header),
        path,
        queue,
        events: `/staff/events?show=${look.show}&page=${look.page}&conversation=${header.id}`,
        header: shown.header.html,
        window: shown.window.html,
        drafts: shown.drafts.html,
        compose: shown.compose.html.replace('name="key" value=""', `name="key" value="${randomUUID()}"`),
        aside: shown.aside.html,
        items: htmlOf(shown.items),
        lastSeq: read.talk.lastSeq,
        later: before !== undefined,
        earlier: read.talk.earlier && `${path}?before=${read.talk.earlier}`,
        canned,
        answers,
        query: q,
        noteKey: randomUUID(),
        problem: setback?.problem,
        note: setback?.note,
      },
      setback?.status,
    )
  }
}

export type ConversationPage = ReturnType<typeof createConversationPage>
