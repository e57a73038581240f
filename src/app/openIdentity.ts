import { readNhsNumber } from '../booking/nhsNumber.ts'
import type { Participants } from '../booking/participant.ts'
import { readDateOfBirth } from '../booking/readDateOfBirth.ts'
import { readSxNumber } from '../booking/sxNumber.ts'
import type { AcceptEvents } from '../conversation/acceptEvents.ts'
import { findPostgresAddress } from '../conversation/postgresAddress.ts'
import type { RateLimits } from '../http/rateLimits.ts'
import type { CheckedPeople } from '../identity/checkedPeople.ts'
import type { CheckLinks, UsedLink } from '../identity/checkLinks.ts'
import { createCheckPerson } from '../identity/checkPerson.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { mobileToKeep } from '../outreach/contact.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  rateLimits: RateLimits
  participants: Participants
  links: CheckLinks
  people: CheckedPeople
  accept: AcceptEvents
  clock: Clock
  log: Log
}

const PROGRAMME = 'breast'

/** Confirms who somebody is, and lets her conversation go on by itself. */
export function openIdentity({ stores, rateLimits, participants, links, people, accept, clock, log }: Deps) {
  const { database, sealer } = stores

  async function carryOn({ conversationId, key }: UsedLink): Promise<void> {
    const found = await findPostgresAddress(database.db, conversationId)
    if (!found) return
    const event = { ...found, eventKey: key, kind: 'said', occurredAt: clock.now().toJSDate() } as const
    await accept([{ ...event, activity: { type: 'event', name: 'identityChecked' } }])
  }

  return createCheckPerson({
    links,
    people,
    readNumber(text) {
      const nhs = readNhsNumber(text)
      if (nhs) return { nhs }
      const sx = readSxNumber(text)
      return sx ? { sx } : undefined
    },
    readDateOfBirth,
    readMobile: mobileToKeep,
    findPerson: (number) => participants.find(PROGRAMME, number),
    rateLimits,
    digest: (text) => sealer.digest(text, 'check'),
    carryOn,
    clock,
    log,
  })
}
