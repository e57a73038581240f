import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { Counted, Periods, Retention, RetentionKind } from '../../storage/retention.ts'
import { type Fault, fault, field, query, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'

type Deps = {
  routes: ConsoleRoutes
  retention: Retention
  /** What may be set. */
  limits: { kinds: readonly RetentionKind[]; fewestDays: number; mostDays: number }
}

type Typed = Record<RetentionKind, string>
type Shown = { was: Periods; typed: Typed; faults?: Fault[]; status?: number }

const kindWords: Record<RetentionKind, { label: string; hint: string; one: string; many: string; gone: string }> = {
  words: {
    label: 'Words of conversations',
    hint: 'What patients, the bot and colleagues wrote, with drafts and notes. That there was a conversation, and when, stays. A conversation that waits for a person, or that a colleague has, is left as it is.',
    one: 'message',
    many: 'messages',
    gone: 'emptied',
  },
  notices: {
    label: 'Records of notices',
    hint: 'That a text, email or letter about an appointment went out, counted from when it did, once the appointment is over for as long.',
    one: 'record',
    many: 'records',
    gone: 'deleted',
  },
  readings: {
    label: 'What the bot made of messages',
    hint: 'Without words: for quality figures and for learning from real messages.',
    one: 'reading',
    many: 'readings',
    gone: 'deleted',
  },
  requests: {
    label: 'Requests to the office',
    hint: 'What was asked for and how far it came, counted from when she was told or took it back. What is still to be done stays.',
    one: 'request',
    many: 'requests',
    gone: 'deleted',
  },
  callBacks: {
    label: 'Call-backs',
    hint: 'Whom to ring and about what, with each try, counted from when the call was over. A call that is still to be made stays.',
    one: 'call-back',
    many: 'call-backs',
    gone: 'deleted',
  },
}

const notices: Record<string, string> = {
  done: 'Saved. The housekeeping, once an hour, does it.',
  same: 'Nothing was changed.',
}

/** `/admin/retention`: how long things are kept. A period is set only after it was shown what goes with it. */
export function retentionRoutes({ routes, retention, limits: { kinds, fewestDays, mostDays } }: Deps) {
  const periodsSchema = z.strictObject(
    Object.fromEntries(kinds.map((kind) => [kind, z.int().optional()])) as Record<RetentionKind, z.ZodOptional<z.ZodInt>>,
  )

  const typedFor = (periods: Periods) => Object.fromEntries(kinds.map((kind) => [kind, String(periods[kind] ?? '')])) as Typed

  const show = (visit: Visit, { was, typed, faults = [], status = 200 }: Shown) => {
    const fields = kinds.map((kind) => ({ kind, ...kindWords[kind], value: typed[kind], kept: periodWords(was[kind]) }))
    const notice = notices[query(visit, 'done')]
    return visit.page('retention.njk', { fields, was: JSON.stringify(was), fewestDays, notice, ...shownFaults(faults) }, status)
  }

  function readWas(form: URLSearchParams): Periods {
    try {
      return withoutBlanks(periodsSchema.parse(JSON.parse(form.get('was') ?? '')))
    } catch {
      throw new AppError('INVALID_REQUEST', 'the form does not say what it began with')
    }
  }

  function read(typed: Typed): { periods: Periods; faults: Fault[] } {
    const wrong = (kind: RetentionKind) => {
      const days = Number(typed[kind])
      return typed[kind] !== '' && !(/^\d{1,6}$/.test(typed[kind]) && days >= fewestDays && days <= mostDays)
    }
    const text = `Enter a whole number of days, at least ${fewestDays}, or nothing to keep them for ever`
    const faults = kinds.filter(wrong).map((kind) => fault(kind, `${kindWords[kind].label}: ${text}`))
    const set = kinds.filter((kind) => typed[kind] !== '').map((kind) => [kind, Number(typed[kind])])
    return { periods: Object.fromEntries(set), faults }
  }

  async function save(visit: Visit): Promise<void> {
    const { form, account } = visit
    const was = readWas(form)
    const typed = Object.fromEntries(kinds.map((kind) => [kind, field(form, kind, 20)])) as Typed
    const { periods, faults } = read(typed)
    if (faults.length > 0) return show(visit, { was, typed, faults, status: 400 })
    if (form.get('step') === 'back') return show(visit, { was, typed })
    const changed = kinds.filter((kind) => periods[kind] !== was[kind])
    if (changed.length > 0 && form.get('step') !== 'save') return ask(visit, changed, periods, { was, typed })
    const outcome = await retention.change(account, was, periods)
    if (outcome.kind !== 'conflict') return visit.seeOther(`/admin/retention?done=${outcome.kind}`)
    const { conflicts, now } = outcome
    const kept = kinds.map((kind) => [kind, periods[kind] === was[kind] ? now[kind] : periods[kind]])
    const since = (kind: RetentionKind) =>
      fault(kind, `${kindWords[kind].label}: somebody has saved “${periodWords(now[kind])}” since. If you save again, yours is kept`)
    return show(visit, { was: now, typed: typedFor(Object.fromEntries(kept)), faults: conflicts.map(since), status: 409 })
  }

  /** What goes with it, before it is so. */
  async function ask(visit: Visit, changed: RetentionKind[], periods: Periods, { was, typed }: Shown): Promise<void> {
    const counted = await retention.wouldRemove(periods)
    const changes = changed.map((kind) => ({
      label: kindWords[kind].label,
      before: periodWords(was[kind]),
      after: periodWords(periods[kind]),
      goes: goesWords(kind, counted[kind]),
    }))
    const removes = changed.some((kind) => counted[kind].count > 0)
    await visit.page('retentionReview.njk', { changes, removes, typed, was: JSON.stringify(was) })
  }

  const all = [
    routes.get('/admin/retention', 'admin', async (visit) => {
      const was = await retention.periods()
      await show(visit, { was, typed: typedFor(was) })
    }),
    routes.post('/admin/retention', 'admin', save),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

const periodWords = (days: number | undefined): string => (days === undefined ? 'for ever' : `${days.toLocaleString('en-GB')} days`)

function goesWords(kind: RetentionKind, { count, more }: Counted): string {
  const { one, many, gone } = kindWords[kind]
  const number = `${more ? 'more than ' : ''}${count.toLocaleString('en-GB')}`
  return count === 0 ? 'Nothing' : `${number} ${count === 1 ? one : many} ${count === 1 && !more ? 'is' : 'are'} ${gone}`
}

const withoutBlanks = (periods: Partial<Record<RetentionKind, number | undefined>>): Periods =>
  Object.fromEntries(Object.entries(periods).filter(([, days]) => days !== undefined))
