import { createRequire } from 'node:module'
import type { Engine } from './engine.ts'

type Manager = {
  addDocument(language: string, text: string, intent: string): void
  train(): Promise<unknown>
  process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>
}

/** NLP.js (node-nlp) as it comes. Its best intent counts, even where its own threshold would call it none. */
export const nlpjs: Engine = {
  async learn(pack) {
    const { NlpManager } = createRequire(import.meta.url)('node-nlp') as { NlpManager: new (options: object) => Manager }
    const manager = new NlpManager({ languages: ['en'], autoSave: false, autoLoad: false, nlu: { log: false } })
    for (const { intent, utterances } of pack) for (const text of utterances) manager.addDocument('en', text, intent)
    await manager.train()
    return {
      async read(text) {
        const { classifications } = await manager.process('en', text)
        const best = classifications.find(({ intent }) => intent !== 'None')
        return best && { intent: best.intent, confidence: best.score }
      },
    }
  },
}
