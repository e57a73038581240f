import type { BookingTalk } from '../../src/conversation/bookingTalk.ts'
import { PERSON } from '../choices.ts'
import { plainWords } from '../plainWords.ts'
import { sayAtOnce } from '../say.ts'
import type { Said, Turn } from '../turn.ts'
import { readYesOrNo } from '../yesOrNo.ts'
import { NEW_LINK, NO_LETTER } from './bookingChoices.ts'
import type { BookingTurn } from './bookingTurn.ts'
import { type Heard, readOffer } from './readOffer.ts'

const WHY: Record<BookingTalk['goal'], string> = {
  book: 'I can book that for you.',
  change: 'I can change that for you. Until a new time is certain, you keep the one you have.',
  cancel: 'I can do that for you.',
  where: 'I can look that up for you.',
}

/** Sends her to our own page: who she is never goes through the chat. */
export async function askWho(turn: Turn, talk: BookingTalk, before = ''): Promise<void> {
  const { context, deps, conversationId } = turn
  const ours = context.activity.channelId === 'messenger' ? 'The page is ours, not Facebook’s. ' : ''
  talk.asking = 'who'
  const link = await deps.appointments.checkLink(conversationId)
  await sayAtOnce(
    context,
    `${before && `${before} `}${WHY[talk.goal]} First I need to be sure that it is you. Please open this page and give a number from your letter and your date of birth. Then come back, and I will carry on here:\n\n${link}\n\n${ours}The link works for 30 minutes. Please do not write these things here.`,
    [NO_LETTER, PERSON],
  )
}

/** While she has not been checked, a day or time she names is kept for later. */
export async function readWho(turn: Turn, talk: BookingTalk, { text, value }: Said): Promise<Heard> {
  const { context, facts, deps } = turn
  if (value === NEW_LINK.value || WANTS_LINK.test(plainWords(text))) {
    await askWho(turn, talk)
    return 'said'
  }
  if (value === NO_LETTER.value) {
    await sayAtOnce(
      context,
      `That’s fine. Your NHS number will do too: it is on a prescription, in the NHS App, or on any letter from a hospital. If you have neither, a person can help you here, or on ${facts.phone} (${facts.hours}).`,
      [NEW_LINK, PERSON],
    )
    return 'said'
  }
  if (value !== undefined) return 'unread'
  const reading = deps.appointments.readWish(text, deps.clock.now().setZone(facts.timeZone))
  if (reading?.kind !== 'wish') return 'unread'
  talk.wish = deps.appointments.combineWishes(talk.wish, reading.wish)
  await sayAtOnce(context, 'I have noted that. As soon as you have been to the page, I will look for it.', [NEW_LINK, PERSON])
  return 'said'
}

/** She has been to the page, and the bot has not gone on by itself, as staff had the conversation then: what waited for it goes on now. */
export async function readSinceChecked(b: BookingTurn, said: Said): Promise<Heard> {
  const { goal } = b.talk
  if (said.value === NEW_LINK.value || said.value === NO_LETTER.value) return 'goOn'
  const words = said.value === undefined ? plainWords(said.text) : ''
  if (readYesOrNo(words) || IS_BACK.test(words) || WANTS_LINK.test(words)) return 'goOn'
  return goal === 'book' || goal === 'change' ? readOffer(b, said) : 'unread'
}

const WANTS_LINK = /\b(?:new|another|fresh) link\b|\blink (?:has )?(?:expired|doesnt|does not|isnt|not)\b/i
const IS_BACK = /^(?:(?:ok|okay|yes|hi|hello|im|i am|its|all|thats|that is) )*(?:done|finished|back|ready)(?: (?:it|that|now))*$/
