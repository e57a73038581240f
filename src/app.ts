import { setTimeout } from 'node:timers/promises'
import { createBot } from '../dialogs/rootDialog.ts'
import type { AppOptions } from './app/appOptions.ts'
import { measured } from './app/measured.ts'
import { openAppointments } from './app/openAppointments.ts'
import { openAssist } from './app/openAssist.ts'
import { openConsole } from './app/openConsole.ts'
import { openContent } from './app/openContent.ts'
import { openConversations } from './app/openConversations.ts'
import { openIdentity } from './app/openIdentity.ts'
import { openOutreach } from './app/openOutreach.ts'
import { openPage } from './app/openPage.ts'
import { openSafety } from './app/openSafety.ts'
import { type Frame, openServer } from './app/openServer.ts'
import { openStores } from './app/openStores.ts'
import { openUnderstanding } from './app/openUnderstanding.ts'
import { readingOnePack } from './app/readingOnePack.ts'
import { sharedModels } from './app/sharedModels.ts'
import { seedDemoDiary } from './booking/import/demo/seedDemoDiary.ts'
import type { Settings } from './config/settings.ts'
import { createPostgresEscalations } from './handoff/postgresEscalations.ts'
import { limits } from './http/limits.ts'
import { systemClock } from './kernel/clock.ts'
import { createPromMeasures } from './kernel/promMeasures.ts'
import { createSafetyReplies } from './safety/replies.ts'

/** The whole service, connected but not yet working or listening. */
export async function buildApp(settings: Settings, options: AppOptions) {
  const { clock = systemClock } = options
  const measures = createPromMeasures({ limits: Object.keys(limits) })
  const measure = measured(measures)
  const log = measure.log(options.log)
  const stores = await openStores(settings, log)
  const understanding = options.bot
    ? undefined
    : await openUnderstanding(log, options.sentenceModel, options.learntFolder, sharedModels(stores))
  const content = await openContent({ stores, understanding, clock, log, ...(options.packFolder && { folder: options.packFolder }) })
  const { facts } = content
  const address = { url: settings.publicUrl ?? `http://localhost:${settings.port}` }
  const booking = openAppointments({ stores, clock, address, facts, telling: () => outreach.telling })
  const { participants, links, people, appointments } = booking
  const outreach = openOutreach({ settings, stores, participants, facts, address, clock, log })
  const escalations = createPostgresEscalations({ db: stores.database.db, sealer: stores.sealer, clock, log, openingHours: facts })
  const safety = await openSafety(understanding)
  const findDanger = measure.safety(safety.findDanger)
  const safetyReplies = createSafetyReplies(content.text)
  const looks = { understand: measure.understand(content.understand), checkSafety: findDanger }
  const bot =
    options.bot ?? readingOnePack(createBot({ ...content, ...looks, safetyReplies, escalations, appointments, clock }), content.during)
  const phone = async () => (await facts()).phone
  const { assist, draftsFor } = openAssist({ stores, escalations, facts, clock })
  const work = { settings, stores, bot, findDanger, escalations, assist, phone, measures }
  const conversations = openConversations({ ...work, options: { ...options, log } })
  const page = openPage(settings, conversations, log)
  const rateLimits = measure.rateLimits(stores.rateLimits)
  const { accept } = conversations
  const checkPerson = openIdentity({ stores, rateLimits, participants, links, people, accept, clock, log })
  const desk = { booking, content, understanding, findDanger, places: options, outreach, conversations, escalations, draftsFor }
  const staff = openConsole({ settings, stores, ...desk, facts, address, rateLimits, clock, log })
  const more = (frame: Frame) => [...outreach.routes(frame), ...staff.routes(frame)]
  const web = { links, checkPerson, more, stopStreams: staff.stopStreams, grantThread: staff.grantThread, facts }
  const server = openServer({ settings, stores, conversations, ...web, clock, log, measures })
  measures.readFrom({ worker: conversations.load, depths: conversations.depths, stores: stores.checks })

  return {
    /** The log that is counted in the measures too. */
    log,
    async start(): Promise<{ port: number; seeded: boolean; firstAdminCode?: string }> {
      const seeded = await content.seed()
      if (seeded && stores.database.exclusive) await seedDemoDiary(stores.database.db, stores.sealer, clock)
      await conversations.start([...page.chores, ...outreach.chores, ...staff.chores])
      const first = await staff.start()
      page.look()
      const port = await server.start()
      if (!settings.publicUrl) address.url = `http://localhost:${port}`
      return { port, seeded, ...first }
    },
    /**
     * For `noticeMs` it only says that it is stopping; then it takes nothing new, finishes what was begun, and closes what was
     * opened, in the opposite order.
     */
    async stop({ noticeMs = 0 } = {}): Promise<void> {
      server.announceStop()
      if (noticeMs > 0) await setTimeout(noticeMs)
      await server.stop()
      await conversations.stop()
      await outreach.stop()
      await staff.stop()
      await content.stop()
      await stores.close()
      await safety.close()
      await understanding?.close()
    },
    /** Reads the pack of intents anew; throws where it has faults, and the one in use stays. */
    reload: content.reload,
    /** What is being worked on. */
    left: () => ({ requests: server.openRequests(), conversations: conversations.load().busy }),
  }
}
