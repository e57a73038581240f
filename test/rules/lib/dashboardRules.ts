type GridPos = { x: number; y: number; w: number; h: number }
type Target = { refId?: string; expr?: string }
export type Panel = { id?: number; type?: string; title?: string; gridPos?: GridPos; datasource?: { uid?: string }; targets?: Target[] }
export type Dashboard = {
  id?: number | null
  uid?: string
  title?: string
  schemaVersion?: number
  templating?: { list?: { name?: string; type?: string }[] }
  panels?: Panel[]
}

const columns = 24
// biome-ignore lint/suspicious/noTemplateCurlyInString: so Grafana writes a variable
export const chosenSource = '${datasource}'
const variables = ['datasource', 'job', 'instance']

/** What keeps Grafana from showing a dashboard as it is meant. */
export function dashboardViolations({ id, uid, title, schemaVersion, templating, panels = [] }: Dashboard): string[] {
  const known = (templating?.list ?? []).map(({ name }) => name)
  return [
    ...(id === undefined || id === null ? [] : ['It has the id of one installation: another would refuse it.']),
    ...(uid && /^[\w-]{1,40}$/.test(uid) ? [] : ['It has no uid of at most 40 letters.']),
    ...(title ? [] : ['It has no title.']),
    ...(Number(schemaVersion) >= 36 ? [] : ['Its schemaVersion is missing or too old for data sources by variable.']),
    ...variables.filter((name) => !known.includes(name)).map((name) => `The variable ${name} is missing.`),
    ...(panels.length > 0 ? [] : ['It has no panels.']),
    ...panels.flatMap((panel) => panelViolations(panel)),
    ...twice(panels.map(({ id: panelId }) => String(panelId))).map((panelId) => `Two panels have the id ${panelId}.`),
    ...overlaps(panels),
  ]
}

/** The names of metrics that its expressions ask for, each once; in Prometheus' form, so with `_bucket` and the like. */
export function metricNames({ panels = [] }: Dashboard): string[] {
  const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr = '' }) => expr))
  const words = expressions.flatMap((expr) => expr.replace(/"[^"]*"/g, '').match(/[a-z_][a-z0-9_]*(?=\s*\{)/gi) ?? [])
  return [...new Set(words)].sort()
}

function panelViolations({ type, title, gridPos, datasource, targets = [] }: Panel): string[] {
  const name = `The panel ${title}`
  const outside = !gridPos || gridPos.x < 0 || gridPos.w < 1 || gridPos.h < 1 || gridPos.x + gridPos.w > columns
  const misplaced = outside ? [`${name} is not within the grid's ${columns} columns.`] : []
  if (!title) return ['A panel has no title.']
  if (type === 'row') return misplaced
  return [
    ...misplaced,
    ...(datasource?.uid === chosenSource ? [] : [`${name} does not ask the data source that was chosen.`]),
    ...(targets.length > 0 ? [] : [`${name} asks for nothing.`]),
    ...twice(targets.map(({ refId = '' }) => refId)).map((refId) => `${name} has two targets ${refId}.`),
    ...targets.flatMap(({ refId, expr }) => targetViolations(name, refId, expr)),
  ]
}

function targetViolations(name: string, refId: string | undefined, expr = ''): string[] {
  const selectors = expr.match(/\{[^}]*\}/g) ?? []
  const chosen =
    selectors.length > 0 && selectors.every((selector) => selector.includes('job="$job"') && selector.includes('instance=~"$instance"'))
  return [
    ...(refId ? [] : [`${name} has a target without refId.`]),
    ...(chosen ? [] : [`${name} does not keep to the job and processes chosen: ${expr}`]),
  ]
}

function overlaps(panels: Panel[]): string[] {
  return panels.flatMap((one, n) =>
    panels.slice(n + 1).flatMap((other) => (touch(one.gridPos, other.gridPos) ? [`${one.title} and ${other.title} overlap.`] : [])),
  )
}

function touch(a: GridPos | undefined, b: GridPos | undefined): boolean {
  return a !== undefined && b !== undefined && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

function twice(values: string[]): string[] {
  return [...new Set(values.filter((value, n) => values.indexOf(value) !== n))]
}
