/**
 * A person's words, unchanged but for what no store can keep: the NUL character is dropped, and half of a surrogate
 * pair becomes U+FFFD.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
