import type { Role } from '../../accounts/account.ts'
import type { Colleague, ColleagueChange } from '../../accounts/accounts.ts'

/** What somebody may do, as the pages offer it. */
const offered: Record<string, { roles: Role[]; text: string; hint: string }> = {
  staff: { roles: ['staff'], text: 'Answer patients', hint: 'Conversations, bookings, and what the office has to do' },
  both: { roles: ['staff', 'admin'], text: 'Answer patients, and be an admin', hint: 'Also what the bot says, and who works here' },
  admin: { roles: ['admin'], text: 'Be an admin only', hint: 'No conversations, and nothing about patients' },
}

export const readRoles = (choice: string | null): Role[] | undefined =>
  Object.hasOwn(offered, choice ?? '') ? offered[choice ?? '']?.roles : undefined

const same = (one: Role[], other: Role[]) => one.length === other.length && one.every((role) => other.includes(role))

export const mayWords = (roles: Role[]): string =>
  Object.values(offered).find((offer) => same(offer.roles, roles))?.text ?? roles.join(', ')

/** Radio buttons, with what she may do now chosen. */
export const roleChoices = (roles: Role[] = ['staff']) =>
  Object.entries(offered).map(([value, { text, hint, roles: these }]) => ({
    value,
    text,
    hint: { text: hint },
    checked: same(these, roles),
  }))

/** A colleague as the pages show her. `organisation`: what its sign-in is called. */
export function colleagueView(one: Colleague, now: Date, organisation = 'the organisation') {
  const ways = [one.hasPassword && (one.hasCodes ? 'password and code' : 'password'), one.isLinked && organisation]
  const isLocked = one.lockedUntil !== undefined && one.lockedUntil > now
  return { ...one, may: mayWords(one.roles), signsInWith: ways.filter(Boolean).join(' or ') || 'nothing', isLocked }
}

/** Why an admin's change was not made. */
export const refusalWords: Record<Exclude<ColleagueChange, 'done' | 'notAdmin'>, string> = {
  lastAdmin: 'Nobody else is an admin. Make somebody else an admin first',
  herself: 'You cannot switch off your own account. Another admin can',
  unknown: 'Somebody has changed this account since you opened the page. Look at it again',
}
