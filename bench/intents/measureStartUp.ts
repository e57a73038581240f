/**
 * Measures what understanding costs a starting service that has learnt its pack before, in a process of its own; prints one line of JSON.
 *   node bench/intents/measureStartUp.ts FOLDER
 */
const bare = process.memoryUsage().rss
const began = performance.now()
const { loadPack } = await import('../../src/content/loadPack.ts')
const { PACK } = await import('../../src/app/openPack.ts')
const { openUnderstanding } = await import('../../src/app/openUnderstanding.ts')
const { silentLog } = await import('../../src/kernel/log.ts')

const [folder = ''] = process.argv.slice(2)
const coded = performance.now()
const understanding = await openUnderstanding({ ...silentLog, info: refuseToLearn }, undefined, folder)
const opened = performance.now()
const intents = (await loadPack(PACK)).intents
const read = performance.now()
const classifier = await understanding.learn(intents)
const loaded = performance.now()
await classifier.classify('can I move my appointment to next week?')
const answered = performance.now()

function refuseToLearn(event: string): void {
  if (event === 'understanding.learnt') throw new Error('The kept model was not taken.')
}

export type StartUpFigures = { code: number; sentenceModel: number; keptModel: number; firstMessage: number; memoryMB: number }

/** Milliseconds; and the memory that all of it took, beside a bare process. */
const figures: StartUpFigures = {
  code: coded - began,
  sentenceModel: opened - coded,
  keptModel: loaded - read,
  firstMessage: answered - loaded,
  memoryMB: (process.memoryUsage().rss - bare) / 2 ** 20,
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
await understanding.close()
