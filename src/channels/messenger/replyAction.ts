import type { CardAction } from 'botbuilder'

const linkTypes = new Set(['openUrl', 'signin', 'downloadFile', 'showImage', 'playAudio', 'playVideo', 'call'])

/** Something a person can tap: it opens an address, or says `value` to us. Both strings are never empty. */
export type ReplyAction = { kind: 'link' | 'choice'; type: string; title: string; value: string }

/** A Bot Framework action in a form Messenger knows; undefined when there is nothing in it. Other values travel as JSON. */
export function readAction(action: Partial<CardAction>): ReplyAction | undefined {
  const told: unknown = action.value ?? action.text
  const value = typeof told === 'string' || told === undefined ? told : JSON.stringify(told)
  const title = action.title?.trim() || value?.trim()
  if (!title) return undefined
  const type = action.type ?? 'imBack'
  return { kind: linkTypes.has(type) ? 'link' : 'choice', type, title, value: value || title }
}

/** A link written out, for where it cannot be a button. */
export function linkLine({ title, value }: ReplyAction): string {
  return title === value ? value : `${title}: ${value}`
}
