import { setTimeout } from 'node:timers/promises'
import type { DateTime } from 'luxon'
import type { RateLimits } from '../http/rateLimits.ts'
import type { Clock } from '../kernel/clock.ts'
import { errorKind } from '../kernel/errorFacts.ts'
import { AppError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import type { CheckedPeople } from './checkedPeople.ts'
import type { CheckLinks, UsedLink } from './checkLinks.ts'
import type { GivenContacts } from './givenContacts.ts'
import type { LetterNumber } from './letterNumber.ts'
import type { FindPerson, PersonOnRecord } from './personOnRecord.ts'
import { sameDetails } from './sameDetails.ts'

/** What somebody filled in, as it was typed; `mobile` may be empty. `address`: whom it is counted for. */
export type CheckAttempt = { token: string; number: string; dateOfBirth: string; mobile: string; address: string }

export type CheckField = 'number' | 'dateOfBirth' | 'mobile'

/** What became of it. `channel`: where the conversation is. */
export type CheckOutcome =
  | { kind: 'checked'; channel: string }
  /** What could not be read; nothing was looked up or counted. */
  | { kind: 'unreadable'; channel: string; faults: CheckField[] }
  /** Nobody has this number, or not this date of birth: which of the two is never told. */
  | { kind: 'mismatch'; channel: string; triesLeft: number }
  | { kind: 'locked' }
  | { kind: 'tooMany'; retryAfterSeconds: number }
  /** The link was used, has expired, or never was. */
  | { kind: 'void' }

export type CheckPerson = (attempt: CheckAttempt) => Promise<CheckOutcome>

type Deps = {
  links: CheckLinks
  people: Pick<CheckedPeople, 'current'>
  readNumber: (text: string) => LetterNumber | undefined
  /** An ISO date. */
  readDateOfBirth: (text: string, now: DateTime) => string | undefined
  /** In one form, with its +. */
  readMobile: (text: string) => string | undefined
  findPerson: FindPerson
  rateLimits: RateLimits
  /** A keyed digest: what numbers are counted under. */
  digest: (text: string) => string
  /** Lets the conversation go on by itself. It may be called again with the same key, which changes nothing. */
  carryOn: (link: UsedLink) => Promise<void>
  clock: Clock
  log: Log
  /** Waited for beside each look-up, so that how long that took does not show. */
  pace?: () => Promise<unknown>
}

const PACE_MS = 300

/** Confirms who somebody is, from what stands in her letter. */
export function createCheckPerson(deps: Deps): CheckPerson {
  const { links, clock, findPerson, pace = () => setTimeout(PACE_MS) } = deps

  return async ({ token, address, ...typed }) => {
    const now = clock.now()
    const link = await links.look(token, now.toJSDate())
    if (link.kind === 'locked') return { kind: 'locked' }
    if (link.kind !== 'open') return { kind: 'void' }
    const { conversationId, channel } = link

    const read = readDetails(deps, typed, now)
    if ('faults' in read) return { kind: 'unreadable', channel, faults: read.faults }
    const { number, dateOfBirth, given } = read

    const retryAfterSeconds = await countAgainst(deps, address, number)
    if (retryAfterSeconds !== undefined) return { kind: 'tooMany', retryAfterSeconds }
    const triesLeft = await links.countTry(token, now.toJSDate())
    if (triesLeft === undefined) return whyNoTry(await links.look(token, now.toJSDate()))

    const [person] = await Promise.all([findPerson(number), pace()])
    if (!sameDetails(person, number, dateOfBirth) || !person)
      return triesLeft > 0 ? { kind: 'mismatch', channel, triesLeft } : { kind: 'locked' }
    return confirm(deps, { token, conversationId, channel, given }, person, now.toJSDate())
  }
}

type ReadDetails = { number: LetterNumber; dateOfBirth: string; given: GivenContacts | undefined }

function readDetails(
  { readNumber, readDateOfBirth, readMobile }: Deps,
  typed: Pick<CheckAttempt, CheckField>,
  now: DateTime,
): ReadDetails | { faults: CheckField[] } {
  const number = readNumber(typed.number)
  const dateOfBirth = readDateOfBirth(typed.dateOfBirth, now)
  const mobile = readMobile(typed.mobile)
  const faults: CheckField[] = []
  if (!number) faults.push('number')
  if (!dateOfBirth) faults.push('dateOfBirth')
  if (!mobile && typed.mobile !== '') faults.push('mobile')
  if (!number || !dateOfBirth || faults.length > 0) return { faults }
  return { number, dateOfBirth, given: mobile ? { mobile } : undefined }
}

/**
 * Seconds to wait where the address or the number has had too many tries; right ones count too. Elsewhere a request goes on when it
 * cannot be counted. Not here: dates of birth are few, and uncounted guesses would find one.
 */
async function countAgainst({ rateLimits, digest }: Deps, address: string, number: LetterNumber): Promise<number | undefined> {
  const key = digest('nhs' in number ? `nhs:${number.nhs}` : `sx:${number.sx}`)
  try {
    return (await rateLimits.count('checkingFrom', address)) ?? (await rateLimits.count('checkingNumber', key))
  } catch (cause) {
    throw new AppError('STORE_UNAVAILABLE', 'tries cannot be counted', { cause })
  }
}

/** Another request took the last try, or the link, since it was looked at. */
function whyNoTry(link: { kind: string }): CheckOutcome {
  return { kind: link.kind === 'locked' ? 'locked' : 'void' }
}

async function confirm(
  { links, people, carryOn, log }: Deps,
  { token, conversationId, channel, given }: { token: string; conversationId: string; channel: string; given: GivenContacts | undefined },
  person: PersonOnRecord,
  now: Date,
): Promise<CheckOutcome> {
  const used = await links.use(token, person.id, now, given)
  // A button pressed twice: the browser shows the second answer, and the first one has done it.
  if (!used)
    return (await people.current(conversationId, now))?.participantId === person.id ? { kind: 'checked', channel } : { kind: 'void' }
  log.info('identity.checked', { conversationId })
  try {
    await carryOn(used)
  } catch (error) {
    // She is checked all the same, and the next thing she writes goes on from there.
    log.warn('identity.notCarriedOn', { conversationId, cause: errorKind(error) })
  }
  return { kind: 'checked', channel }
}
