import { ActivityTypes } from 'botbuilder'
import type { Turn } from './turn.ts'

/** So many of the latest meanings are remembered. */
const REMEMBERED = 10

/** Remembers what a message was taken to mean; true when it is an edit of one that was answered in that sense already. */
export function changesNothing({ context, session }: Turn, meaning: string): boolean {
  const { id, type } = context.activity
  if (!id) return false
  const entry = `${meaning} ${id}`
  const meant = session.meant ?? []
  if (type === ActivityTypes.MessageUpdate && meant.includes(entry)) return true
  session.meant = [...meant, entry].slice(-REMEMBERED)
  return false
}
