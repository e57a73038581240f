// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text that every store and channel can hold: whole characters, no control codes but tab and line ends, trimmed. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(unprintable, '').trim()
}
