const LONGEST = 20

/** A site's name as it fits a button, cut between words. */
export function shortName(name: string): string {
  if (name.length <= LONGEST) return name
  const cut = name.slice(0, LONGEST + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || name.slice(0, LONGEST)
}
