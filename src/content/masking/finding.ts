/** What may say who somebody is. */
export type Hidden = 'number' | 'phone' | 'email' | 'link' | 'postcode' | 'date' | 'address' | 'name'

/** A stretch of a text, from `from` to before `to`, and what it is. */
export type Finding = { from: number; to: number; what: Hidden }

export type Find = (text: string) => Finding[]

/** All that an expression with the flags `g` and `d` finds: the group `hidden` of each match where there is one, else the whole. */
export function findAll(text: string, expression: RegExp, what: Hidden): Finding[] {
  return Array.from(text.matchAll(expression), (match) => {
    const [from, to] = match.indices?.groups?.hidden ?? match.indices?.[0] ?? [0, 0]
    return { from, to, what }
  })
}
