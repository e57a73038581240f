import type { Import } from './imports.ts'

/** Import cycles, each as the files on its way round. Type-only imports count: a cycle of ideas is a cycle. */
export function findCycles(imports: Import[]): string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to])
  const cycles: string[] = []
  const done = new Set<string>()

  const walk = (file: string, way: string[]) => {
    const start = way.indexOf(file)
    if (start >= 0) cycles.push([...way.slice(start), file].join(' → '))
    if (start >= 0 || done.has(file)) return
    for (const next of targets.get(file) ?? []) walk(next, [...way, file])
    done.add(file)
  }
  for (const file of targets.keys()) walk(file, [])
  return cycles
}
