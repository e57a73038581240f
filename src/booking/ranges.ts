/** A stretch of numbers, `to` excluded. */
export type Range = { from: number; to: number }

/** In order, without gaps of nothing and overlaps: ranges that touch become one. */
export function united(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of ranges.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else result.push({ ...range })
  }
  return result
}

export const common = (some: readonly Range[], others: readonly Range[]): Range[] =>
  united(some.flatMap((a) => others.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))))

export const without = (some: readonly Range[], others: readonly Range[]): Range[] =>
  united(others)
    .reduce<Range[]>(
      (left, { from, to }) =>
        left.flatMap((range) => [
          { from: range.from, to: Math.min(range.to, from) },
          { from: Math.max(range.from, to), to: range.to },
        ]),
      united(some),
    )
    .filter(({ from, to }) => from < to)
