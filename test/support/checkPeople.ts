import { randomUUID } from 'node:crypto'
import type { LetterNumber } from '../../src/identity/letterNumber.ts'
import type { PersonOnRecord } from '../../src/identity/personOnRecord.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { conversationStores, said } from './conversationStores.ts'

/** Invited people and conversations for tests of who somebody is. */
export function checkPeople(database: Database) {
  const people: PersonOnRecord[] = []
  const { accept } = conversationStores(database)

  return {
    /** Somebody who is invited; the table holds no more of her than that she exists. */
    async invite(details: PersonOnRecord['details']): Promise<string> {
      const id = randomUUID()
      await database.db
        .insertInto('participants')
        .values({ id, details: 'sealed', nhs_digest: `test:${id}`, imported_at: new Date(0) })
        .execute()
      people.push({ id, details })
      return id
    },
    find: async (number: LetterNumber) =>
      people.find(({ details }) => ('nhs' in number ? details.nhsNumber === number.nhs : details.sxNumber === number.sx)),
    async converse(channel: 'messenger' | 'directline' | 'botframework' = 'messenger'): Promise<string> {
      const [accepted] = await accept([{ ...said(randomUUID(), 'hello'), channel }])
      if (!accepted) throw new Error('The conversation was not begun.')
      return accepted.conversationId
    },
  }
}
