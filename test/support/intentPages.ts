import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { openIntentPages } from '../../src/app/openIntentPages.ts'
import { openPackFolder } from '../../src/app/openPack.ts'
import { openSafety } from '../../src/app/openSafety.ts'
import { openUnderstanding } from '../../src/app/openUnderstanding.ts'
import type { PackFile } from '../../src/content/packFile.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { serviceFactsSchema } from '../../src/content/serviceFactsSchema.ts'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { startConsole } from './consoleStandIn.ts'

const root = new URL('../..', import.meta.url).pathname

type Options = { clock?: Clock; embed?: (text: string) => Promise<Float32Array>; files?: (pack: PackFile[]) => PackFile[] }

/** The pages of intents in the console, with our pack, the demo service's facts and what the bot understands with. */
export async function startIntentPages(database: Database, { clock = systemClock, embed, files = (pack) => pack }: Options = {}) {
  const understanding = await openUnderstanding(silentLog)
  const [pack, { findDanger, close }, folder, yaml] = await Promise.all([
    openPackFolder(understanding),
    openSafety(understanding),
    readPackFolder(`${root}intents`),
    readFile(`${root}demo/service.yaml`, 'utf8'),
  ])
  const service = serviceFactsSchema.parse(parse(yaml))
  const live = files(folder.files)
  const deps = {
    stores: { database },
    content: { folderFiles: async () => live },
    pack: () => pack,
    facts: async () => service,
    findDanger,
    clock,
  }
  const pages = openIntentPages({ ...deps, ...(embed && { embed }) })
  const console = await startConsole(database, ({ routes }) => pages.routes(routes))
  return {
    ...console,
    live,
    async stop() {
      await console.stop()
      await close()
      await understanding.close()
    },
  }
}
