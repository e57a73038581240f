import { BayesClassifier, LogisticRegressionClassifier } from 'natural/lib/natural/classifiers/index.js'
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js'
import type { Engine } from './engine.ts'

/** natural's classifiers as they come: its tokenizer, its stop words, its stemmer. */
export const bayes = classifier(() => new BayesClassifier())
export const logisticRegression = classifier(() => new LogisticRegressionClassifier())

function classifier(create: () => BayesClassifier | LogisticRegressionClassifier): Engine {
  return {
    async learn(pack) {
      const classifier = create()
      for (const { intent, utterances } of pack) for (const text of utterances) classifier.addDocument(text, intent)
      classifier.train()
      return {
        read(text) {
          const all = classifier.getClassifications(text)
          const total = all.reduce((sum, { value }) => sum + value, 0)
          const confidence = all[0] && total > 0 ? all[0].value / total : 0
          return all[0] && { intent: all[0].label, confidence, within: confidence }
        },
      }
    },
  }
}

const NEIGHBOURS = 5

type Weighed = { intent: string; weights: Map<string, number> }

/**
 * The intent that the examples which share most with a text speak for: TF-IDF over natural's stems, stop words kept, which
 * serves it better here; and the cosine.
 */
export const tfidfNeighbours: Engine = {
  async learn(pack) {
    const stemsOf = (text: string): string[] => PorterStemmer.tokenizeAndStem(text, true)
    const documents = pack.flatMap(({ intent, utterances }) => utterances.map((text) => ({ intent, stems: stemsOf(text) })))
    const documentsWith = new Map<string, number>()
    for (const { stems } of documents) for (const stem of new Set(stems)) documentsWith.set(stem, (documentsWith.get(stem) ?? 0) + 1)
    const weigh = (stems: string[]) => {
      const weights = new Map<string, number>()
      for (const stem of stems) {
        const rarity = 1 + Math.log(documents.length / (1 + (documentsWith.get(stem) ?? 0)))
        if (documentsWith.has(stem)) weights.set(stem, (weights.get(stem) ?? 0) + rarity)
      }
      const length = Math.hypot(...weights.values()) || 1
      return new Map([...weights].map(([stem, weight]) => [stem, weight / length]))
    }
    const having = new Map<string, Weighed[]>()
    for (const { intent, stems } of documents) {
      const document = { intent, weights: weigh(stems) }
      for (const stem of document.weights.keys()) having.set(stem, [...(having.get(stem) ?? []), document])
    }
    return {
      read(text) {
        const cosines = new Map<Weighed, number>()
        for (const [stem, weight] of weigh(stemsOf(text)))
          for (const document of having.get(stem) ?? [])
            cosines.set(document, (cosines.get(document) ?? 0) + weight * (document.weights.get(stem) ?? 0))
        const votes = new Map<string, number>()
        const nearest = [...cosines].sort((a, b) => b[1] - a[1]).slice(0, NEIGHBOURS)
        for (const [{ intent }, cosine] of nearest) votes.set(intent, (votes.get(intent) ?? 0) + cosine)
        const [best] = [...votes].sort((a, b) => b[1] - a[1])
        return best && { intent: best[0], confidence: best[1] / nearest.length }
      },
    }
  },
}
