import type { PatientActivity } from '../src/conversation/activity.ts'

const NO_PICTURES =
  'Thank you, but I cannot look at pictures or videos, and I have not kept it.\n\nIf it shows a change in your breast, please do not wait for screening: contact your GP surgery and say it is a new breast change.'
const NO_VOICE = 'I am sorry, I cannot listen to voice messages.'
const CANNOT_OPEN = 'I am sorry, I cannot open that.'
const STICKER = 'Thank you. If there is something you would like to ask, just write it in your own words.'
const WRITE_INSTEAD = 'Please write it in words, or ask for a person.'

/** What to say to something that cannot be read: kindly, and with the way on. What came with words is only said not to be read. */
export function replyToNotText({ text, attachments = [] }: PatientActivity): string | undefined {
  const types = attachments.map(({ contentType }) => contentType)
  const cannot = types.map(cannotRead).find((reply) => reply !== undefined)
  if (types.length === 0) return isEmojiAlone(text) ? STICKER : undefined
  if (text?.trim() && !isEmojiAlone(text)) return cannot
  if (cannot === undefined) return types.some((type) => type.includes('sticker')) ? STICKER : `${CANNOT_OPEN} ${WRITE_INSTEAD}`
  return cannot === NO_PICTURES ? `${cannot}\n\nIf you have a question, please write it in words.` : `${cannot} ${WRITE_INSTEAD}`
}

/** Undefined where words say it all: a sticker, or the preview of a link. */
function cannotRead(type: string): string | undefined {
  if (type.startsWith('image') || type.startsWith('video')) return NO_PICTURES
  if (type.startsWith('audio')) return NO_VOICE
  return type.includes('sticker') || type === 'fallback' ? undefined : CANNOT_OPEN
}

/** Smiles, hearts and thumbs are taken like a sticker; a number in a box is a number. */
export const isEmojiAlone = (text = ''): boolean =>
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+$/u.test(text) && !/[\d#*]/.test(text) && /\S/.test(text)
