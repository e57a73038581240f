/** A message by which the same words are known again: lower case, single spaces, plain quotes. */
export const plainMessage = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[‘’`]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
