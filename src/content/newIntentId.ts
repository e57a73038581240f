import { idSchema } from './intentSchema.ts'

/** What nobody's intent may be called: addresses of the console. */
const taken = ['new']

export const isIntentId = (id: string): boolean => idSchema.safeParse(id).success && !taken.includes(id)

/** An id for a new intent, from its title: "Parking permit?" becomes `parking_permit`. `existing`: ids that are taken, also by what goes. */
export function newIntentId(title: string, existing: readonly { id: string }[]): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
  const base = words || 'intent'
  const isFree = (id: string) => !taken.includes(id) && !existing.some((one) => one.id === id)
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}_${n}`
    if (isFree(id)) return id
  }
}
