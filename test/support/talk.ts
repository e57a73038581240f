import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { openPackFolder } from '../../src/app/openPack.ts'
import { openSafety } from '../../src/app/openSafety.ts'
import { openUnderstanding } from '../../src/app/openUnderstanding.ts'
import { type Cast, startTalk as startTalkOf, type TalkOptions } from '../../src/app/rehearsal/startTalk.ts'
import { serviceFactsSchema } from '../../src/content/serviceFactsSchema.ts'
import { silentLog } from '../../src/kernel/log.ts'

export type { Said, Talk } from '../../src/app/rehearsal/startTalk.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** A conversation with the real bot: our intents and the demo service's facts. */
export const startTalk = async (options?: TalkOptions) => startTalkOf(await ours(), options)

const ours = once(async (): Promise<Cast> => {
  const service = serviceFactsSchema.parse(parse(await readFile(`${ROOT}demo/service.yaml`, 'utf8')))
  const understanding = await openUnderstanding(silentLog)
  const { findDanger } = await openSafety(understanding)
  return { service, pack: await openPackFolder(understanding), findDanger }
})

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => (loaded ??= load())
}
