import type { Audit } from '../../audit/audit.ts'
import type { Participant } from '../../booking/participant.ts'
import { type Fault, fault, field, oneOf, shownFaults } from './personFields.ts'
import { readReasons } from './personWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  routes: ConsoleRoutes
  /** By an NHS or SX number, however it was typed. */
  findPerson: (typed: string) => Promise<Participant | undefined | 'unreadable'>
  audit: Audit
}

/** What a colleague says before she sees anybody: the code, or other words of hers. */
export function readWhy(form: URLSearchParams): { why?: string; faults: Fault[] } {
  const code = oneOf(form.get('why'), ['other', ...Object.keys(readReasons)])
  if (!code) return { faults: [fault('why', 'Say why you look at her record')] }
  if (code !== 'other') return { why: code, faults: [] }
  const words = field(form, 'words')
  return words ? { why: words, faults: [] } : { faults: [fault('words', 'Say in a few words why you look at her record')] }
}

/** `/staff/people`: somebody is found by the number on her letter. The number is sent, and never stands in an address. */
export function peopleRoutes({ routes, findPerson, audit }: Deps) {
  const show = (visit: Visit, faults: Fault[] = [], more: object = {}) => {
    const typed = { number: field(visit.form, 'number'), why: visit.form.get('why') ?? '', words: field(visit.form, 'words') }
    return visit.page('people.njk', { reasons: readReasons, typed, ...shownFaults(faults), ...more }, faults.length > 0 ? 400 : 200)
  }

  async function search(visit: Visit): Promise<void> {
    const { account, form } = visit
    const { why, faults } = readWhy(form)
    const found = await findPerson(field(form, 'number'))
    if (found === 'unreadable') {
      const text = 'Enter an NHS number, which has 10 digits, or an SX number, which has letters and digits'
      return show(visit, [fault('number', text), ...faults])
    }
    if (!why) return show(visit, faults)
    const subject = { kind: 'participant', id: found?.id ?? 'unknown' } as const
    await audit.note({ account, action: found ? 'participant.found' : 'participant.notFound', subject, why })
    if (!found) return show(visit, [], { nobody: true })
    visit.seeOther(`/staff/people/${found.id}`)
  }

  const all = [routes.get('/staff/people', 'staff', (visit) => show(visit)), routes.post('/staff/people', 'staff', search)]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}
