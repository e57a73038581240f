import type { CallCard } from '../../handoff/card.ts'
import type { PersonCard } from '../../handoff/personCard.ts'
import { channelWords, timeWords } from './deskWords.ts'
import { noticeCodeWords, noticeKindWords, noticeStatusWords, staffOnlyWords, viaWords } from './personWords.ts'

/** What she wants and may need, as `talkAside.njk` wants it; undefined when nobody knows anything. */
export function presentCall({ asked, booking, language, needs, flags, suggestions }: CallCard) {
  const isEmpty = !asked && !booking && !language && needs.length + flags.length + suggestions.length === 0
  return isEmpty ? undefined : { asked, booking, language, needs, flags, suggestions }
}

/** Who she is, what was told her, and where else she has written. */
export function presentPerson({ id, facts, ways, staffOnly, notices, conversations }: PersonCard, now: Date, zone: string) {
  return {
    href: `/staff/people/${id}?why=conversation`,
    facts,
    ways,
    warning: staffOnly && staffOnlyWords[staffOnly],
    notices: notices.map(({ kind, via, status, dueAt, settledAt, code }) => {
      const [at, why] = [settledAt ?? dueAt, noticeCodeWords(code)]
      return {
        what: noticeKindWords[kind],
        how: via && viaWords[via],
        at: at.toISOString(),
        when: timeWords(at, now, zone),
        became: `${noticeStatusWords(status, via)}${why ? `: ${why}` : ''}`,
        isBad: status === 'failed' || status === 'withheld',
      }
    }),
    conversations: conversations.map((one) => ({
      href: `/staff/conversations/${one.id}`,
      channel: channelWords[one.channel as 'messenger'] ?? one.channel,
      at: one.lastAt.toISOString(),
      when: timeWords(one.lastAt, now, zone),
    })),
  }
}

/** The name of a rule of the safety gate: for the log and the safety officer, and no help to who has to answer. */
const RULE = /^\w+\.\w+$/

/** Of an open call for help: what was done about it or is to be done, which stands after a colon, and what was noted. Its name is above. */
export function callLines(why = ''): string[] {
  const [first = '', ...noted] = why.split('\n')
  return [...(first.includes(': ') ? [first] : []), ...noted.filter((line) => !RULE.test(line))]
}
