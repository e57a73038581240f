import { DateTime } from 'luxon'
import type { AuditFilter, AuditKey } from '../../audit/auditReading.ts'
import { type Fault, fault, isId, query } from '../staff/personFields.ts'
import type { Visit } from '../staff/visit.ts'

/** As it stands in the address. */
export type TypedFilter = Record<'account' | 'action' | 'kind' | 'id' | 'from' | 'until', string>

/** Ids, numbers and codes; nobody's name is looked for by its address. */
const subjectId = /^[\w.:-]{1,100}$/
const code = /^[a-zA-Z.]{1,60}$/

/** What is looked for, by days of the service's zone: from the beginning of the one to the end of the other. */
export function readFilter(visit: Visit, zone: string): { typed: TypedFilter; filter: AuditFilter; faults: Fault[] } {
  const value = (name: keyof TypedFilter) => query(visit, name)
  const typed = {
    account: value('account'),
    action: value('action'),
    kind: value('kind'),
    id: value('id'),
    from: value('from'),
    until: value('until'),
  }
  const { account, action, kind, id } = typed
  const [from, until] = [dayIn(typed.from, zone), dayIn(typed.until, zone)]
  const faults = [
    ...(account && account !== 'service' && !isId(account) ? [fault('account', 'Choose a colleague')] : []),
    ...(action && !code.test(action) ? [fault('action', 'Choose what was done')] : []),
    ...(kind && !code.test(kind) ? [fault('kind', 'Choose a kind')] : []),
    ...(id && !subjectId.test(id) ? [fault('id', 'Enter an id: letters, digits, hyphens and points')] : []),
    ...(typed.from && !from ? [fault('from', 'Enter the day from which to look')] : []),
    ...(typed.until && !until ? [fault('until', 'Enter the day until which to look')] : []),
    ...(from && until && until < from ? [fault('until', 'The last day is before the first')] : []),
  ]
  const filter = {
    ...(account ? { account } : {}),
    ...(action ? { action } : {}),
    ...(kind ? { kind } : {}),
    ...(id ? { subjectId: id } : {}),
    ...(from ? { from: from.toJSDate() } : {}),
    ...(until ? { until: until.plus({ days: 1 }).toJSDate() } : {}),
  }
  return { typed, filter, faults }
}

function dayIn(text: string, zone: string): DateTime | undefined {
  const day = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone })
  return day.isValid ? day.startOf('day') : undefined
}

/** The same filter as an address; what is not looked for is left out. */
export const filterQuery = (typed: TypedFilter, more: Record<string, string> = {}): string =>
  String(new URLSearchParams(Object.entries({ ...typed, ...more }).filter(([, value]) => value)))

/** The row that a page goes on behind. */
export const keyOf = ({ at, id }: AuditKey): string => `${at.getTime()}-${id}`

export function readKey(text: string): AuditKey | undefined {
  const [, at, id] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? []
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : undefined
}
