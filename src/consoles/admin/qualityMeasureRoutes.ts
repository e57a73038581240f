import type { QualityMeasuring, Which } from '../../content/qualityMeasuring.ts'
import type { QualityReports } from '../../content/qualityReports.ts'
import { AppError } from '../../kernel/errors.ts'
import { oneOf, query } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import type { QualitySource } from './qualitySource.ts'

type Deps = {
  routes: ConsoleRoutes
  shown: QualitySource
  measuring: Pick<QualityMeasuring, 'begin'>
  reports: Pick<QualityReports, 'running'>
}

/** `/admin/quality/measuring`: begins a measurement, and shows how far it is. */
export function qualityMeasureRoutes({ routes, shown, measuring, reports }: Deps) {
  async function begin(visit: Visit): Promise<void> {
    const which = oneOf<Which>(visit.form.get('of'), ['live', 'draft'])
    if (!which) throw new AppError('INVALID_REQUEST', 'live or draft')
    const outcome = await measuring.begin(which, visit.account)
    switch (outcome.kind) {
      case 'begun':
        return visit.seeOther(`/admin/quality/measuring?of=${which}`)
      case 'busy':
        return visit.seeOther(`/admin/quality/measuring?of=${which}&busy=1`)
      case 'faulty':
        return visit.page('qualityFaulty.njk', { which, faulty: outcome.faults }, 400)
    }
  }

  /** Over, it leads back to where the result stands. */
  async function show(visit: Visit): Promise<void> {
    const [running, about] = await Promise.all([reports.running(), shown(visit)])
    if (!running) return visit.seeOther(`/admin/quality?of=${about.which}&done=1`)
    const of = running.packHash === about.liveHash ? 'live' : running.packHash === about.draftHash ? 'draft' : 'earlier'
    const done = running.total > 0 ? Math.floor((100 * running.done) / running.total) : 0
    await visit.page('qualityMeasuring.njk', { running, of, done, isKnown: running.total > 0, busy: query(visit, 'busy') === '1' })
  }

  const all = [routes.post('/admin/quality/measuring', 'admin', begin), routes.get('/admin/quality/measuring', 'admin', show)]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}
