import type { FactsChange, ServiceFactsEditing } from '../../content/serviceFacts.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { type Fault, fault, query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { dayWords, readDay } from './serviceDays.ts'
import { type Fields, fieldsOfSection, readTyped, readWas, typedFor, typedIn } from './serviceForm.ts'
import { overviewOf } from './serviceOverview.ts'
import { type Section, sections } from './serviceSections.ts'
import { shownOpenings, type Typed } from './serviceTimes.ts'
import { labelOf, meaningsOf, movesPromises, type PromisedNow, valueWords } from './serviceWords.ts'

type Deps = {
  routes: ConsoleRoutes
  editing: ServiceFactsEditing
  /** What is said while a practical is not set. */
  neutral: Fields
  promisedNow: PromisedNow
  /** Of a year, as ISO dates. */
  bankHolidays: (year: number) => string[]
  clock: Clock
}

type Shown = { was: Fields; typed: Typed; faults?: Fault[]; status?: number }

const notices: Record<string, string> = {
  saved: 'Saved. It is said everywhere within five seconds.',
  hours: 'Saved. Make sure that the opening hours in words say the same.',
  same: 'Nothing was changed.',
}

/** `/admin/service`: what only the service itself knows, a page for each part of it. */
export function serviceRoutes({ routes, editing, neutral, promisedNow, bankHolidays, clock }: Deps) {
  const todayIn = ({ timeZone = 'Europe/London' }: Fields) => clock.now().setZone(timeZone).toFormat('yyyy-MM-dd')

  async function overview(visit: Visit): Promise<void> {
    const [fields, last] = await Promise.all([editing.read(), editing.lastChange()])
    const notice = notices[query(visit, 'done')]
    const lastChange = last && { ...last, what: last.names.map(labelOf).join(', ') }
    await visit.page('service.njk', { sections: overviewOf(fields, neutral, todayIn(fields)), lastChange, notice })
  }

  async function show(visit: Visit, section: Section, { was, typed, faults = [], status = 200 }: Shown): Promise<void> {
    const shown = shownFaults(faults)
    const today = todayIn(was)
    const year = Number(today.slice(0, 4))
    const closed = (typed.closedOn ?? '').split('\n').map(readDay)
    const holidays = section.key === 'hours' ? [year, year + 1].flatMap(bankHolidays) : []
    const values = {
      section,
      typed,
      neutral,
      was: JSON.stringify(was),
      openings: section.key === 'hours' ? shownOpenings(typed, shown.texts) : [],
      holidays: holidays.filter((day) => day >= today && !closed.includes(day)).map((day) => ({ value: day, text: dayWords(day) })),
    }
    await visit.page('serviceEdit.njk', { ...values, ...shown }, status)
  }

  async function open(visit: Visit): Promise<void> {
    const section = sectionIn(visit)
    const fields = await editing.read()
    const was = fieldsOfSection(section, fields, todayIn(fields))
    await show(visit, section, { was, typed: typedFor(section, was) })
  }

  async function save(visit: Visit): Promise<void> {
    const section = sectionIn(visit)
    const { form, account } = visit
    const was = readWas(section, form.get('was'))
    const typed = typedIn(section, form)
    if (form.get('step') === 'back') return show(visit, section, { was, typed })
    const { fields, faults } = readTyped(section, typed, was, todayIn(was))
    if (faults.length > 0) return show(visit, section, { was, typed, faults, status: 400 })
    const would = await editing.wouldChange(was, fields)
    const isMeant = form.get('step') === 'save' || !(would.kind === 'changed' && needsLook(would, fields))
    if (would.kind === 'changed' && !isMeant) return ask(visit, section, would, fields, { was, typed })
    const outcome = would.kind === 'changed' ? await editing.change(account, was, fields) : would
    if (outcome.kind === 'conflict') return showConflict(visit, section, was, fields, outcome)
    const changedTimes = outcome.kind === 'changed' && outcome.names.some((name) => name.startsWith('opening.'))
    visit.seeOther(`/admin/service?done=${outcome.kind === 'same' ? 'same' : changedTimes ? 'hours' : 'saved'}`)
  }

  const needsLook = (would: Changed, fields: Fields) => movesPromises(would) || meaningsOf(would, fields).length > 0

  /** What it means, before it is so. */
  async function ask(visit: Visit, section: Section, would: Changed, fields: Fields, { was, typed }: Shown): Promise<void> {
    const changes = would.names.map((name) => ({
      label: labelOf(name),
      before: valueWords(name, was[name] ?? ''),
      after: valueWords(name, fields[name] ?? ''),
    }))
    const promised = movesPromises(would) && { before: promisedNow(would.before), after: promisedNow(would.after) }
    const values = { section, changes, promised, meanings: meaningsOf(would, fields), typed, was: JSON.stringify(was) }
    await visit.page('serviceReview.njk', values)
  }

  /** Her words stay in the fields that both have changed; what only the other one has changed stands there already. */
  async function showConflict(visit: Visit, section: Section, was: Fields, mine: Fields, conflict: Conflict): Promise<void> {
    const now = fieldsOfSection(section, conflict.now, todayIn(conflict.now))
    const names = new Set([...Object.keys(was), ...Object.keys(mine), ...Object.keys(now)])
    const put = [...names].map((name) => [name, (mine[name] ?? '') === (was[name] ?? '') ? (now[name] ?? '') : (mine[name] ?? '')])
    const faults = conflict.conflicts.map(({ name, now: theirs, by }) => {
      const said = valueWords(name, theirs) || 'nothing'
      return fault(
        name.replace('.', '-'),
        `${labelOf(name)}: ${by ?? 'somebody'} has saved “${said}” since. If you save again, yours is kept`,
      )
    })
    const typed = typedFor(section, Object.fromEntries(put.filter(([, value]) => value !== '')))
    await show(visit, section, { was: now, typed, faults, status: 409 })
  }

  const all = [
    routes.get('/admin/service', 'admin', overview),
    routes.get('/admin/service/:section', 'admin', open),
    routes.post('/admin/service/:section', 'admin', save),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

type Changed = Extract<FactsChange, { kind: 'changed' }>
type Conflict = Extract<FactsChange, { kind: 'conflict' }>

function sectionIn(visit: Visit): Section {
  const section = sections.find(({ key }) => key === visit.param('section'))
  if (!section) throw new AppError('NOT_FOUND')
  return section
}
