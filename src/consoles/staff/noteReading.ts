import type { Account } from '../../accounts/account.ts'
import type { Audit } from '../../audit/audit.ts'
import type { ConversationHeader } from '../../handoff/conversationView.ts'
import type { MayRead, WasRead } from './mayRead.ts'

type Deps = { mayRead: MayRead; wasRead: WasRead; audit: Audit }

/** `goesOn`: she reads on where a page has begun, which was noted with that page. */
type How = { goesOn?: boolean }

/** Why she may read a conversation, noted before anything of it is shown; undefined: she has to say it first, and sees nothing of it. */
export function createNoteReading({ mayRead, wasRead, audit }: Deps) {
  return async (account: Account, header: ConversationHeader, { goesOn = false }: How = {}): Promise<string | undefined> => {
    const why = await mayRead(account, header)
    // What is noted "as before" would hold for ever by reloading.
    if (why === undefined || why === 'as before' || (goesOn && (await wasRead(account.id, header.id)))) return why
    await audit.note({ account, action: 'conversation.read', subject: { kind: 'conversation', id: header.id }, why })
    return why
  }
}

export type NoteReading = ReturnType<typeof createNoteReading>
