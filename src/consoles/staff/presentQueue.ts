import type { QueueCounts, QueueFilter, QueueRow } from '../../handoff/queue.ts'
import { channelWords, nameOf, ownerWords, reasonWords, timeWords, urgencyWords } from './deskWords.ts'

const filterWords: Record<QueueFilter, string> = { waiting: 'Waiting', mine: 'Mine', taken: 'With others', all: 'All' }

const speakers = { patient: '', bot: 'Assistant: ', staff: 'Us: ', system: '' } as const

/** Counted up to so many. */
const MANY = 1000

/** A row as its template wants it. What was said is shown only of those that wait for somebody, or of one's own. */
export function presentRow(row: QueueRow, filter: QueueFilter, now: Date, zone: string) {
  const { conversationId, channel, name, owner, urgency, promisedFor, alertedAt, last } = row
  const showsWords = row.isWaiting || filter === 'mine'
  return {
    id: `q-${conversationId}`,
    href: `/staff/conversations/${conversationId}${filter === 'waiting' ? '' : `?show=${filter}`}`,
    name: nameOf({ id: conversationId, channel, ...(name ? { name } : {}) }),
    isChecked: name !== undefined,
    channel: channelWords[channel],
    urgency: row.isWaiting ? (urgency ?? 'soon') : undefined,
    urgencyWord: row.isWaiting ? urgencyWords[urgency ?? 'soon'] : undefined,
    reasons: row.reasons.length > 0 ? row.reasons.map(reasonWords).join(', ') : row.isWaiting ? 'Left without an answer' : '',
    since: row.since.toISOString(),
    sinceWords: timeWords(row.since, now, zone),
    promised: promisedFor?.toISOString(),
    promisedWords: promisedFor && timeWords(promisedFor, now, zone),
    alerted: alertedAt?.toISOString(),
    alertedWords: alertedAt && timeWords(alertedAt, now, zone),
    isLate: promisedFor !== undefined && promisedFor <= now,
    owner: row.isWaiting ? '' : ownerWords(owner),
    ownerId: owner.kind === 'colleague' ? owner.id : '',
    last: showsWords && last ? `${speakers[last.author]}${last.words}` : '',
    unread: row.unread,
  }
}

export function presentTabs(counts: QueueCounts, filters: QueueFilter[], show: QueueFilter, accountId: string) {
  const numbers = { waiting: counts.waiting, mine: counts.mine(accountId), taken: counts.taken(accountId), all: counts.all }
  return filters.map((filter) => ({
    key: filter,
    text: filterWords[filter],
    href: filter === 'waiting' ? '/staff' : `/staff?show=${filter}`,
    count: filter === 'all' && numbers.all >= MANY ? `${MANY}+` : String(numbers[filter]),
    isShown: filter === show,
  }))
}

export const emptyWords: Record<QueueFilter, { head: string; text: string }> = {
  waiting: { head: 'Nobody is waiting', text: 'When somebody needs a person, the conversation comes up here by itself.' },
  mine: { head: 'You have no conversations', text: 'Take one that is waiting: the patient is told your first name.' },
  taken: { head: 'No colleague has a conversation', text: 'What others take, and what is answered in the page inbox, is listed here.' },
  all: { head: 'Nobody has written yet', text: 'Every conversation is listed here, the latest first.' },
}
