import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'

/** So many word pieces of a text are read: several hundred words. */
const LONGEST = 256

export type WordPieces = {
  /** The numbers of a text's word pieces, with the marks of its edges. */
  piecesOf(text: string): number[]
  /** How common an English word is, from 1 (common) down to 0; undefined for what is not a word that the model knows. */
  commonness(word: string): number | undefined
}

/** The word pieces of the sentence model in `folder`. Throws when they are not there. */
export async function openWordPieces(folder: string): Promise<WordPieces> {
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'))
  const vocabulary = await read('tokenizer.json')
  const tokenizer = new Tokenizer(vocabulary, await read('tokenizer_config.json'))
  const ranks = rankWords(vocabulary.model.vocab)
  return {
    piecesOf: (text) => tokenizer.encode(text).ids.slice(0, LONGEST),
    commonness: (word) => ranks.get(word),
  }
}

/** The model's vocabulary lists whole words from common to rare, after its signs and letters. */
function rankWords(vocabulary: Record<string, number>): Map<string, number> {
  const words = Object.keys(vocabulary).filter((piece) => /^[a-z]{2,}$/.test(piece))
  return new Map(words.map((word, rank) => [word, 1 - rank / words.length]))
}
