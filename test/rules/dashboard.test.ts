import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { chosenSource, type Dashboard, dashboardViolations, metricNames, type Panel } from './lib/dashboardRules.ts'
import { root } from './lib/repository.ts'

const dashboard: Dashboard = JSON.parse(readFileSync(join(root, 'docs/grafana-dashboard.json'), 'utf8'))

describe('the dashboard is what Grafana takes', () => {
  test('it has what an import needs, and nothing lies over anything else', () => expect(dashboardViolations(dashboard)).toEqual([]))

  test('it has its rows, and asks for enough to fill them', () => {
    const rows = (dashboard.panels ?? []).filter(({ type }) => type === 'row').map(({ title }) => title)
    expect(rows).toEqual(['Is it well?', 'Messages', 'Queues', 'Deliveries and Meta', 'HTTP', 'Process'])
    expect(metricNames(dashboard).length).toBeGreaterThan(20)
  })
})

describe('the rules can fail', () => {
  const expr = 'rate(turns_total{job="$job",instance=~"$instance"}[5m])'
  const panel = (change: Partial<Panel> = {}): Panel => ({
    id: 1,
    type: 'timeseries',
    title: 'One',
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    datasource: { uid: chosenSource },
    targets: [{ refId: 'A', expr }],
    ...change,
  })
  const good: Dashboard = {
    uid: 'x',
    title: 'X',
    schemaVersion: 39,
    templating: { list: ['datasource', 'job', 'instance'].map((name) => ({ name })) },
    panels: [panel()],
  }
  const beside = { id: 2, title: 'Two', gridPos: { x: 12, y: 0, w: 12, h: 8 } }

  test('but a good dashboard passes', () => {
    expect(
      dashboardViolations({ ...good, panels: [panel(), panel(beside), panel({ ...beside, id: 3, gridPos: { x: 0, y: 8, w: 24, h: 1 } })] }),
    ).toEqual([])
  })

  test.each<[string, Dashboard]>([
    ['an id', { ...good, id: 7 }],
    ['no uid', { ...good, uid: '' }],
    ['no schemaVersion', { title: 'X', uid: 'x', templating: good.templating ?? {}, panels: [panel()] }],
    ['a missing variable', { ...good, templating: { list: [{ name: 'datasource' }, { name: 'job' }] } }],
    ['no panels', { ...good, panels: [] }],
    ['a panel past the last column', { ...good, panels: [panel({ gridPos: { x: 13, y: 0, w: 12, h: 8 } })] }],
    ['a panel without targets', { ...good, panels: [panel({ targets: [] })] }],
    ['a data source of one installation', { ...good, panels: [panel({ datasource: { uid: 'P1809F7CD0C75ACF3' } })] }],
    ['a target for all jobs', { ...good, panels: [panel({ targets: [{ refId: 'A', expr: 'turns_total{instance=~"$instance"}' }] })] }],
    [
      'two targets of one name',
      {
        ...good,
        panels: [
          panel({
            targets: [
              { refId: 'A', expr },
              { refId: 'A', expr },
            ],
          }),
        ],
      },
    ],
    ['two panels of one id', { ...good, panels: [panel(), panel({ ...beside, id: 1 })] }],
    ['panels that overlap by a cell', { ...good, panels: [panel(), panel({ ...beside, gridPos: { x: 11, y: 7, w: 12, h: 8 } })] }],
  ])('for %s', (_what, bad) => {
    expect(dashboardViolations(bad)).toHaveLength(1)
  })

  test('the names of metrics are found, and no label nor function', () => {
    const targets = [{ expr: 'sum by (le) (rate(a_total{x="b{c}"}[5m])) / max(b_bucket {job="$job"})' }, { expr: 'a_total{y="z"}' }]
    expect(metricNames({ panels: [{ targets }] })).toEqual(['a_total', 'b_bucket'])
  })
})
