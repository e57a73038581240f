import type { ConversationHeader, ConversationView, EscalationShown, TalkPart } from '../../handoff/conversationView.ts'
import type { Colleagues } from '../../handoff/desk.ts'
import type { Draft, Drafts } from '../../handoff/drafts.ts'
import type { ReadTalkCard, TalkCard } from '../../handoff/talkCard.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Piece } from './browser/update.ts'
import { channelWords, nameOf, ownerWords, timeWords } from './deskWords.ts'
import type { PieceList, Pieces } from './pieces.ts'
import { callLines, presentCall, presentPerson } from './presentCard.ts'
import { presentDrafts } from './presentDrafts.ts'
import { presentEscalation, presentItems } from './presentTalk.ts'
import type { SignedIn } from './visit.ts'
import { windowWords } from './windowWords.ts'

/** In UTF-16 units, as the channels count. */
export const LONGEST_REPLY = 2000

type Deps = {
  view: ConversationView
  colleagues: Colleagues
  drafts: Pick<Drafts, 'waiting'>
  readCard: ReadTalkCard
  pieces: Pieces
  timeZone: () => Promise<string>
  clock: Clock
}

/** Everything of one conversation, read at one moment. */
export type TalkRead = { header: ConversationHeader; talk: TalkPart; escalations: EscalationShown[]; drafts: Draft[]; card: TalkCard }

/** `before`: an older part. `isOpened`: somebody has just opened it, and wants everything as it is now. */
type Reading = { before?: number; isOpened?: boolean }

export type Viewer = Pick<SignedIn, 'account' | 'mark'>

/** What a colleague has in the reply box that did not go out, and why. */
export type Unsent = { words: string; fault: string }

export type TalkShown = { header: Piece; window: Piece; drafts: Piece; compose: Piece; aside: Piece; items: PieceList }

/** One conversation as its page and streams show it. */
export function createTalkView({ view, colleagues, drafts: prepared, readCard, pieces, timeZone, clock }: Deps) {
  return {
    header: view.header,
    markRead: view.markRead,

    async read(header: ConversationHeader, { before, isOpened = false }: Reading = {}): Promise<TalkRead> {
      const { id } = header
      const [talk, escalations, drafts] = await Promise.all([view.talk(id, before), view.escalations(id), prepared.waiting(id)])
      const newest = before === undefined ? talk : await view.talk(id)
      return { header, talk, escalations, drafts, card: await readCard({ header, talk: newest, escalations }, { isOpened }) }
    },

    /** `others`: what is told of colleagues who are there too. `unsent` opens the reply box with these words, whoever has the conversation. */
    async shown(
      { header, talk, escalations, drafts, card }: TalkRead,
      viewer: Viewer,
      others: string[],
      unsent?: Unsent,
    ): Promise<TalkShown> {
      const [now, zone, everybody] = [clock.now().toJSDate(), await timeZone(), await colleagues.list()]
      const isMine = header.owner.kind === 'colleague' && header.owner.id === viewer.account.id
      const name = talkName(header)
      const window = windowWords(header.window, now, zone)
      const base = { path: talkPath(header.id), mark: viewer.mark }
      const open = escalations.filter(({ closed }) => !closed)
      const calls = open.map((one, n) => {
        return { ...presentEscalation(one, now, zone), about: one.reason, lines: callLines(card.call.why[n]) }
      })
      const isOthers = !isMine && (header.owner.kind === 'colleague' || header.owner.kind === 'elsewhere')
      return {
        header: pieces.piece('talkHeader.njk', {
          ...base,
          name,
          isMine,
          channel: channelWords[header.channel],
          identity: header.person ? `Checked, until ${timeWords(header.person.until, now, zone)}` : 'Not checked',
          owner: isMine ? 'You have it' : ownerSince(header, now, zone),
          others,
          takeWords: header.owner.kind === 'colleague' ? `Take from ${header.owner.firstName}` : 'Take',
          colleagues: isMine ? everybody.filter(({ id }) => id !== viewer.account.id) : [],
          mayPassToInbox: header.channel === 'messenger',
          back: '/staff',
        }),
        window: pieces.piece('talkWindow.njk', {
          window: { ...window, until: window.until?.toISOString() },
          ways: card.person?.ways ?? [],
        }),
        drafts: pieces.piece('_draft.njk', {
          mark: viewer.mark,
          drafts: presentDrafts(drafts, now, zone),
          ...(isOthers ? { held: `${ownerWords(header.owner)}. Take the conversation to send or change it.` } : {}),
        }),
        compose: pieces.piece('talkCompose.njk', {
          ...base,
          name,
          mode: !isMine ? 'other' : window.mayReply ? 'mine' : 'closed',
          hint: isMine
            ? 'An internal note can be written all the same.'
            : 'Take the conversation to answer. The patient is told your first name.',
          longest: LONGEST_REPLY,
          ...(unsent ?? {}),
        }),
        aside: pieces.piece('talkAside.njk', {
          ...base,
          id: header.id,
          open: withoutRepeated(calls).sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)),
          call: presentCall(card.call),
          person: card.person && presentPerson(card.person, now, zone),
          closed: escalations.flatMap((one) => (one.closed ? presentEscalation(one, now, zone) : [])),
        }),
        items: pieces.list('talkItem.njk', presentItems(talk.items, now, zone)),
      }
    },
  }
}

export type TalkView = ReturnType<typeof createTalkView>

/** Each draft is a call for help with a promise of its own; all of them stand above the reply, and the oldest of the promises here. */
function withoutRepeated<Call extends { about: string }>(newestFirst: Call[]): Call[] {
  const oldest = newestFirst.findLast(({ about }) => about === 'draft')
  return newestFirst.filter((call) => call.about !== 'draft' || call === oldest)
}

const urgencies = ['now', 'today', 'soon']

export const talkPath = (conversationId: string): string => `/staff/conversations/${conversationId}`

export function talkName({ id, channel, person }: ConversationHeader): string {
  return nameOf({ id, channel, ...(person?.name ? { name: person.name } : {}) })
}

function ownerSince({ owner }: ConversationHeader, now: Date, zone: string): string {
  return owner.kind === 'colleague' ? `${ownerWords(owner)} since ${timeWords(owner.since, now, zone)}` : ownerWords(owner)
}
