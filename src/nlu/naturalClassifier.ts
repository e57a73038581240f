import type { TrainClassifier } from './classifier.ts'
import { withConfidence } from './confidence.ts'
import { featuresOf } from './features.ts'
import { createSpelling } from './naturalSpelling.ts'
import { readWords, stem } from './naturalWords.ts'
import { createNeighbours } from './neighbours.ts'
import { sameWord } from './sameWords.ts'
import { learnWeights } from './weigh.ts'

/**
 * A classifier on natural's tokenizer, stemmer and edit distance: TF-IDF over words and pairs, cosine to the nearest examples. Trains in
 * well under a second and needs no download.
 */
export const trainNaturalClassifier: TrainClassifier = (examples) => {
  const said = examples.flatMap(({ intent, utterances }) => utterances.map((utterance) => ({ intent, words: readWords(utterance) })))
  const correct = createSpelling(countWords(said.flatMap(({ words }) => words)))
  const read = (words: string[]) => featuresOf(words.map((word) => stem(sameWord(correct(word)))))

  const learnt = said.map(({ intent, words }) => ({ intent, features: read(words) }))
  const vectorOf = learnWeights(learnt)
  const score = createNeighbours(learnt.map(({ intent, features }) => ({ intent, vector: vectorOf(features) })))

  return { classify: (text) => withConfidence(score(vectorOf(read(readWords(text))))) }
}

function countWords(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
