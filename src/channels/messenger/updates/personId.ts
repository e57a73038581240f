import { z } from 'zod'
import { platformId } from './platformId.ts'
import type { Update } from './update.ts'

const noAddress = 'NO_ADDRESS'
const party = z.object({ id: z.unknown().optional() }, { error: noAddress })

/**
 * The page-scoped id of the person an update is about: its sender, or the recipient of an echo. Faults: NO_ADDRESS (none,
 * or a `user_ref` we cannot write to), UNSAFE_ID, PERSON_IS_PAGE (the page itself: answering it would be a loop).
 */
export function personId({ item, pageId }: Update, side: 'sender' | 'recipient' = 'sender'): string {
  const { id } = party.parse(item[side])
  if (id === undefined || id === null) throw fault(noAddress, side)
  const person = platformId.parse(id)
  if (person === pageId) throw fault('PERSON_IS_PAGE', side)
  return person
}

/** Like `personId`, for reports that may come without a person. */
export function personIdIfAny(update: Update): { address?: string } {
  try {
    return { address: personId(update) }
  } catch {
    return {}
  }
}

function fault(message: string, side: string): z.ZodError {
  return new z.ZodError([{ code: 'custom', message, path: [side], input: undefined }])
}
