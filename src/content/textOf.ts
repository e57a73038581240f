import type { TextId } from './fixedTexts.ts'
import type { Text } from './textSchema.ts'

/** The words of a fixed text: in English always, in another language where there is a version in it. */
export type TextOf = {
  (id: TextId): string
  (id: TextId, language: string): string | undefined
}

/** Of the texts of a pack, which has all of them. */
export function createTextOf(texts: readonly Text[]): TextOf {
  const byId = new Map(texts.map((text) => [text.id, text]))
  function textOf(id: TextId): string
  function textOf(id: TextId, language?: string): string | undefined
  function textOf(id: TextId, language?: string): string | undefined {
    const text = byId.get(id)
    if (!text) throw new Error(`The pack has no text ${id}.`)
    return language === undefined ? text.text : text.languages[language]?.text
  }
  return textOf
}
