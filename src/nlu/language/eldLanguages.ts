import { eld } from 'eld/small'

/** How like a text is to each of sixty languages, from 0 to 1. On eld's runs of letters. */
export function likenesses(text: string): Record<string, number> {
  return eld.detect(text).getScores()
}
