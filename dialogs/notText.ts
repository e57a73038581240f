import type { PatientActivity } from '../src/conversation/activity.ts'

const NO_VOICE = 'I am sorry, I cannot listen to voice messages.'
const CANNOT_OPEN = 'I am sorry, I cannot open that.'
const STICKER = 'Thank you. If there is something you would like to ask, just write it in your own words.'
const WRITE_INSTEAD = 'Please write it in words, or ask for a person.'

/**
 * What to say to something that cannot be read: kindly, and with the way on. What came with words is only said not to be read. `picture`:
 * what is said to one, which may show a symptom.
 */
export function replyToNotText({ text, attachments = [] }: PatientActivity, picture: string): string | undefined {
  const types = attachments.map(({ contentType }) => contentType)
  const cannot = types.map((type) => cannotRead(type, picture)).find((reply) => reply !== undefined)
  if (types.length === 0) return isEmojiAlone(text) ? STICKER : undefined
  if (text?.trim() && !isEmojiAlone(text)) return cannot
  if (cannot === undefined) return types.some((type) => type.includes('sticker')) ? STICKER : `${CANNOT_OPEN} ${WRITE_INSTEAD}`
  return cannot === picture ? `${cannot}\n\nIf you have a question, please write it in words.` : `${cannot} ${WRITE_INSTEAD}`
}

/** Undefined where words say it all: a sticker, or the preview of a link. */
function cannotRead(type: string, picture: string): string | undefined {
  if (type.startsWith('image') || type.startsWith('video')) return picture
  if (type.startsWith('audio')) return NO_VOICE
  return type.includes('sticker') || type === 'fallback' ? undefined : CANNOT_OPEN
}

/** Smiles, hearts and thumbs are taken like a sticker; a number in a box is a number. */
export const isEmojiAlone = (text = ''): boolean =>
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\s)+$/u.test(text) && !/[\d#*]/.test(text) && /\S/.test(text)
