/** How alike two messages are, from 0 to 1. */
export type Alike = (one: number, other: number) => number

/** How alike messages must be to be of one group: by the meaning of whole sentences, and by shared words, which say less. */
export const ALIKE = { byMeaning: 0.55, byStems: 0.4 }

/**
 * Indices of `count` messages in groups: each goes to the group whose first message it is most like, or begins a group. The first of a
 * group stands for it, so those that stand for most are given first.
 */
export function groupAlike(count: number, alike: Alike, least: number): number[][] {
  const groups: number[][] = []
  for (let n = 0; n < count; n++) {
    let best: number[] | undefined
    let likeness = least
    for (const group of groups) {
      const toFirst = alike(group[0] as number, n)
      if (toFirst < likeness) continue
      best = group
      likeness = toFirst
    }
    if (best) best.push(n)
    else groups.push([n])
  }
  return groups
}

/** By embeddings of length one. */
export const byMeaning =
  (vectors: Float32Array[]): Alike =>
  (one, other) => {
    const [a, b] = [vectors[one], vectors[other]]
    let sum = 0
    for (let i = 0; a && b && i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
    return sum
  }

/** By the share of stems that both have. */
export const byStems =
  (stems: ReadonlySet<string>[]): Alike =>
  (one, other) => {
    const [a, b] = [[...(stems[one] ?? [])], stems[other] ?? new Set<string>()]
    const both = a.filter((stem) => b.has(stem)).length
    return both === 0 ? 0 : both / (a.length + b.size - both)
  }
