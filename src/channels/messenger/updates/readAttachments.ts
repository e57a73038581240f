import type { Attachment } from 'botbuilder'
import { z } from 'zod'
import { cleanText } from './cleanText.ts'
import { ifReadable } from './ifReadable.ts'
import { platformId } from './platformId.ts'

/** The thumbs-up that Messenger sends as a sticker, in its three sizes. */
const likeStickers = new Set(['369239263222822', '369239343222814', '369239383222810'])

const typeNames: Record<string, string> = { reel: 'video', ig_reel: 'video' }

const attachmentSchema = z.object({
  type: ifReadable(z.string().regex(/^[a-z_]{1,40}$/)),
  sticker_id: ifReadable(platformId),
  payload: ifReadable(z.object({ sticker_id: ifReadable(platformId), title: ifReadable(z.string()) })),
})

/**
 * What a person sent besides text, by its kind only: a photo's address is not kept, and a location's place neither.
 * A sticker comes as `sticker`, as `image` with a sticker id, or (June to August 2026) as both; it is one attachment here.
 */
export function readAttachments(list: unknown[], legacyStickerId?: string): Attachment[] {
  const read = list.map(readAttachment)
  const stickerSent = legacyStickerId !== undefined || read.some(({ type }) => type === 'sticker')
  const stickers = [...new Set([...read.map(({ stickerId }) => stickerId), legacyStickerId])].filter((id) => id !== undefined)
  const others = read.filter(({ type, stickerId }) => stickerId === undefined && type !== 'sticker' && !(stickerSent && type === 'image'))
  return [
    ...(stickerSent && stickers.length === 0 ? [sticker(undefined)] : stickers.map(sticker)),
    ...others.map(({ type, title }) => ({ contentType: typeNames[type] ?? type, ...(title ? { name: title } : {}) })),
  ]
}

function readAttachment(raw: unknown): { type: string; stickerId: string | undefined; title: string | undefined } {
  const { data } = attachmentSchema.safeParse(raw)
  const type = data?.type ?? 'unknown'
  const title = type === 'fallback' ? data?.payload?.title : undefined
  return { type, stickerId: data?.sticker_id ?? data?.payload?.sticker_id, title: title === undefined ? undefined : cleanText(title) }
}

function sticker(id: string | undefined): Attachment {
  return { contentType: 'application/x-sticker', ...(id !== undefined && likeStickers.has(id) ? { name: 'like' } : {}) }
}
