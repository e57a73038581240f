/** A message that was tried this often is given to staff. */
export const MAX_ATTEMPTS = 10

/** How long to wait after `attempts` earlier failures, in milliseconds: 1 s, 2 s, 4 s … to 5 minutes, give or take a fifth. */
export function backOffMs(attempts: number, random = Math.random): number {
  const base = Math.min(1_000 * 2 ** attempts, 300_000)
  return Math.round(base * (0.8 + 0.4 * random()))
}
