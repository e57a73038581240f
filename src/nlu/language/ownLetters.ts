/** Letters that hardly any other language writes. */
const letters: Record<string, RegExp> = {
  pl: /[ąęłńśźż]/g,
  cy: /[ŵŷ]/g,
  ro: /[ățţș]/g,
  pt: /[ãõ]/g,
  es: /[ñ¿¡]/g,
  tr: /[ğış]/g,
  hu: /[őű]/g,
  lt: /[ėįųū]/g,
  lv: /[ļķņģī]/g,
  cs: /[ěřů]/g,
  sk: /[ľĺŕ]/g,
  vi: /[ơưạảấầẩậắằẳặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửữựỳỵỷỹđ]/g,
  yo: /[ẹọṣ]/g,
  de: /[ß]/g,
  ku: /[îû]/g,
  sq: /[ë]/g,
}

/** How many different letters of its own a language has in a text. */
export const ownLettersIn = (text: string, language: string): number =>
  new Set(
    text
      .toLowerCase()
      .normalize('NFC')
      .match(letters[language] ?? /(?!)/g),
  ).size
