import { changesNothing } from './edits.ts'
import { fixedText } from './fixedText.ts'
import { callPerson } from './person.ts'
import { plainWords } from './plainWords.ts'
import { sayAtOnce } from './say.ts'
import type { Said, Turn } from './turn.ts'

const I_WISH =
  '(?:(?:can|could|may) i|(?:i|id|i would)(?: really| just)? (?:want|wanna|need|like|wish|love)(?: to)?|how (?:can|do|would) i|let me|please may i|am i allowed to) (?:please )?'
const LOOK = '(?:see|get|have|read|look at|view|request|access|be sent|be given|ask for) '
const SEND = '(?:(?:please|can you|could you|would you|will you) )*(?:send|give|e ?mail|post) me '
const COPY = '(?:a |any |some )?(?:copy|copies|print ?out) of '
const MINE = '(?:all )?(?:of )?my (?:own )?(?:medical |health |screening |mammogram |nhs |personal )*(?:records?|notes|file|data)\\b'
const DELETE =
  '(?:please |can (?:you|i|someone) |could you |i want you to |id like you to |i want to |how do i |you to )*(?:delete|erase|wipe) '
const OURS = '(?:all )?(?:of )?(?:my|the|these|this|our) (?:messages?|chats?|conversations?|data|details|information|info|records?)\\b'

const REQUESTS = [
  /\bsubject access\b|\bgdpr request\b|\bright to be forgotten\b|\bright to erasure\b/,
  new RegExp(`\\b(?:${I_WISH}(?:${LOOK})?${COPY}|${I_WISH}${LOOK}|${SEND}(?:${COPY})?)${MINE}`),
  new RegExp(`\\b(?:${I_WISH}(?:${LOOK})?|${SEND})${COPY}(?:everything|all|what) (?:that )?you(?:ve| have)?\\b`),
  new RegExp(`^${DELETE}${OURS}`),
]

/** "Can I see my screening records", "delete my messages please": what a person deals with, who checks first who asks. */
const asksForRecords = (text: string): boolean => REQUESTS.some((request) => request.test(plainWords(text)))

/** A request for records, or to delete what is kept, goes to a person. True when it was one. */
export async function hearRecordsRequest(turn: Turn, { text, value }: Said): Promise<boolean> {
  if (value !== undefined || !asksForRecords(text)) return false
  if (changesNothing(turn, 'records')) return true
  turn.session.misses = 0
  await sayAtOnce(turn.context, fixedText(turn, 'records_request'))
  await callPerson(turn, 'records', { withoutForm: true })
  return true
}
