/** Two came at once: a unique index refused one, or one was given up so that the other could go on. Nothing was written. */
const CONFLICTS = ['23505', '40001', '40P01']
const TIMES = 10

/** Does a statement again when another got in its way: it then sees what the other has done. */
export async function again<T>(statement: () => Promise<T>): Promise<T> {
  for (let left = TIMES; ; left--) {
    try {
      return await statement()
    } catch (error) {
      if (left === 1 || !CONFLICTS.includes((error as { code?: string }).code ?? '')) throw error
    }
  }
}
