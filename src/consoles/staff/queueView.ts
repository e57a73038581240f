import type { Queue, QueueCounts, QueueFilter, QueuePage } from '../../handoff/queue.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Piece } from './browser/update.ts'
import type { PieceList, Pieces } from './pieces.ts'
import { emptyWords, presentRow, presentTabs } from './presentQueue.ts'

/** Which list somebody looks at. `page` counts from 1. */
export type QueueLook = { show: QueueFilter; page: number }

export type QueueShown = { tabs: Piece; rows: PieceList; rest: Piece; label: string }

const filters: QueueFilter[] = ['waiting', 'mine', 'taken', 'all']
const mostPages = 10_000

/** What an address asks for; anything else is the first page of what waits. */
export function readQueueLook({ show, page }: { show?: string; page?: string }): QueueLook {
  const asked = Number(page)
  return {
    show: filters.find((filter) => filter === show) ?? 'waiting',
    page: Number.isInteger(asked) && asked >= 1 && asked <= mostPages ? asked : 1,
  }
}

type Deps = { queue: Queue; pieces: Pieces; timeZone: () => Promise<string>; clock: Clock }

/** The queue as pages and streams show it. */
export function createQueueView({ queue, pieces, timeZone, clock }: Deps) {
  async function rows({ show }: QueueLook, { rows }: QueuePage): Promise<PieceList> {
    const [now, zone] = [clock.now().toJSDate(), await timeZone()]
    return pieces.list(
      'queueRow.njk',
      rows.map((row) => presentRow(row, show, now, zone)),
    )
  }

  return {
    list: (look: QueueLook, accountId: string) => queue.list(look.show, accountId, look.page),
    counts: queue.counts,
    calls: queue.calls,

    async shown(look: QueueLook, accountId: string, page: QueuePage, counts: QueueCounts): Promise<QueueShown> {
      const { show, page: number } = look
      const at = (other: number) => `/staff?show=${show}&page=${other}`
      return {
        tabs: pieces.piece('queueTabs.njk', { tabs: presentTabs(counts, filters, show, accountId) }),
        rows: await rows(look, page),
        rest: pieces.piece('queueRest.njk', {
          isEmpty: page.rows.length === 0,
          empty: emptyWords[show],
          page: number,
          earlier: number > 1 ? at(number - 1) : undefined,
          later: page.hasMore ? at(number + 1) : undefined,
        }),
        label: `Conversations, ${show}`,
      }
    },
  }
}

export type QueueView = ReturnType<typeof createQueueView>
