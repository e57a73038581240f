import { type RoughWay, roughWays } from '../../src/nlu/roughen.ts'
import type { Engine } from './engine.ts'

type Entry = {
  open(): Promise<Engine>
  /** The ways of rough typing that it is measured under as well. */
  ways: readonly RoughWay[]
  /** The sets of ten examples an intent that it runs on; undefined: all of them. */
  only?: string[]
  /** Too slow, or meant, for ten examples an intent only. */
  fewShotOnly?: boolean
}

const ours = async (options: object) => (await import('./ourEngine.ts')).ourEngine(options)
const natural = () => import('./naturalEngines.ts')

/** The one that all others are held against. */
export const BASELINE = "natural's Bayes"

/** Every engine that is measured, by its name. Loaded only when opened, so that none pays for another's memory. */
export const engines: Record<string, Entry> = {
  ours: { open: () => ours({}), ways: roughWays },
  'ours, spelling as typed': { open: () => ours({ correcting: false }), ways: ['typos'], fewShotOnly: true },
  'ours, no titles': { open: () => ours({ withTitles: false }), ways: [] },
  'ours, wording alone': { open: () => ours({ withMeaning: false }), ways: roughWays },
  [BASELINE]: { open: async () => (await natural()).bayes, ways: ['typos'] },
  "natural's TF-IDF neighbours": { open: async () => (await natural()).tfidfNeighbours, ways: ['typos'] },
  "natural's regression": { open: async () => (await natural()).logisticRegression, ways: [], only: ['hwu_10'] },
  'NLP.js': { open: async () => (await import('./nlpjsEngine.ts')).nlpjs, ways: ['typos'], fewShotOnly: true },
}
