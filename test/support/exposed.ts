/** One line of Prometheus' text format. */
export type Sample = { name: string; labels: Record<string, string>; value: number }

/** What a scrape of a running service gives: the samples, and the names of all metrics that it describes. */
export async function scrape(baseUrl: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${baseUrl}/metrics`, { headers })
  if (!response.ok) throw new Error(`/metrics answered ${response.status}.`)
  const text = await response.text()
  const described = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' || type === 'summary' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  )
  const samples = text.split('\n').flatMap((line) => toSample(line) ?? [])
  return {
    text,
    described,
    samples,
    /** The sum over the samples of this name that have these labels. */
    sum: (name: string, labels: Record<string, string> = {}) =>
      samples
        .filter((sample) => sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
        .reduce((sum, { value }) => sum + value, 0),
  }
}

function toSample(line: string): Sample | undefined {
  const [, name, given = '', value] = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/i.exec(line) ?? []
  if (!name) return undefined
  const labels = Object.fromEntries([...given.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label = '', text = '']) => [label, text]))
  return { name, labels, value: Number(value) }
}
