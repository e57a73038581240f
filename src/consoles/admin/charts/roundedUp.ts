/** The next number above that is easily halved and read: 1, 2, 4, 6, 8, 10, 20, 40 … */
export function roundedUp(most: number): number {
  if (most <= 2) return Math.max(1, Math.ceil(most))
  const unit = 10 ** Math.floor(Math.log10(most))
  return [2, 4, 6, 8, 10].map((step) => step * unit).find((step) => step >= most) ?? most
}
