import { createBot } from '../dialogs/rootDialog.ts'
import type { AppOptions } from './app/appOptions.ts'
import { openContent } from './app/openContent.ts'
import { openConversations } from './app/openConversations.ts'
import { openServer } from './app/openServer.ts'
import { openStores } from './app/openStores.ts'
import type { Settings } from './config/settings.ts'
import { createPostgresEscalations } from './handoff/postgresEscalations.ts'
import { systemClock } from './kernel/clock.ts'
import { checkSafety } from './safety/gate.ts'
import { safetyReply } from './safety/replies.ts'

/** The whole service, connected but not yet working or listening. */
export async function buildApp(settings: Settings, options: AppOptions) {
  const { log, clock = systemClock } = options
  const stores = await openStores(settings, log)
  const content = await openContent(stores, clock)
  const { facts } = content
  const escalations = createPostgresEscalations({ db: stores.database.db, sealer: stores.sealer, clock, log, openingHours: facts })
  const bot = options.bot ?? createBot({ ...content, checkSafety, safetyReply, escalations, clock })
  const phone = async () => (await facts()).phone
  const conversations = openConversations({ settings, stores, bot, escalations, phone, options })
  const server = openServer({ settings, stores, conversations, facts, clock, log })

  return {
    async start(): Promise<{ port: number; seeded: boolean }> {
      const seeded = await content.seed()
      await conversations.start()
      return { port: await server.start(), seeded }
    },
    /** Takes nothing new, finishes what was begun, and closes what was opened, in the opposite order. */
    async stop(): Promise<void> {
      await server.stop()
      await conversations.stop()
      await stores.close()
    },
  }
}
