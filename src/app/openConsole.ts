import type { Server } from 'restify'
import type { Settings } from '../config/settings.ts'
import { draftRoutes } from '../consoles/staff/draftRoutes.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import type { Escalations } from '../handoff/escalation.ts'
import type { Handle } from '../http/handle.ts'
import type { RateLimit } from '../http/rateLimit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { FindDanger } from '../safety/findDanger.ts'
import type { AppOptions } from './appOptions.ts'
import { openAgeing } from './openAgeing.ts'
import type { openAppointments } from './openAppointments.ts'
import type { openAssist } from './openAssist.ts'
import type { Content } from './openContent.ts'
import { openContentPages } from './openContentPages.ts'
import type { Conversations } from './openConversations.ts'
import { openDesk } from './openDesk.ts'
import { openImportPages } from './openImportPages.ts'
import { openOffice } from './openOffice.ts'
import type { openOutreach } from './openOutreach.ts'
import { openServicePages } from './openServicePages.ts'
import { openStaff } from './openStaff.ts'
import type { Stores } from './openStores.ts'
import { openTakeover } from './openTakeover.ts'
import type { Understanding } from './openUnderstanding.ts'

type StaffDeps = Omit<Parameters<typeof openStaff>[0], 'waiting' | 'facts'>

type Deps = StaffDeps & {
  settings: Settings
  stores: Stores
  booking: ReturnType<typeof openAppointments>
  content: Content
  /** Absent where another bot stands in ours' place. */
  understanding: Understanding | undefined
  findDanger: FindDanger
  places: AppOptions
  outreach: ReturnType<typeof openOutreach>
  conversations: Conversations
  escalations: Escalations
  draftsFor: ReturnType<typeof openAssist>['draftsFor']
  facts: () => Promise<ServiceFacts>
  clock: Clock
}

/** The staff console: its doors, the desk where patients are answered, and the office's pages; and what goes on while nobody looks. */
export function openConsole({
  settings,
  stores,
  booking,
  content,
  understanding,
  findDanger,
  places,
  outreach,
  conversations,
  escalations,
  draftsFor,
  facts,
  clock,
  log,
  ...deps
}: Deps) {
  const { diary, participants } = booking
  const { channels, sessions, wake } = conversations
  const staff = openStaff({ ...deps, settings, stores, facts, clock, log, waiting })
  const { audit } = staff
  const { tellInChat, lookAfterLeft, chores: promises } = openAgeing({ stores, escalations, facts, wake, clock, log })
  const {
    takeover,
    grantThread,
    chores: idleOwners,
  } = openTakeover({ settings, stores, conversations, lookAfterLeft, facts, audit, clock, log })
  const drafts = draftsFor({ channels, wake })
  const desk = openDesk({ stores, takeover, drafts, sessions, channels, participants, diary, content, facts, clock, log })
  const { appointmentChanged } = outreach.telling
  const office = openOffice({ stores, diary, participants, audit, facts, appointmentChanged, words: outreach.words, tellInChat, clock })
  const imports = openImportPages({ stores, participants, facts, appointmentChanged, clock, log })
  const service = openServicePages({ stores, facts, audit, clock })
  const bot = understanding && openContentPages({ settings, stores, content, understanding, findDanger, places, clock, log })
  let opened: ReturnType<typeof desk.open> | undefined
  staff.onLeave(async (accountId) => {
    await opened?.checkStreams(accountId)
    await takeover.leaveAll(accountId)
  })

  async function waiting(): Promise<Record<string, number>> {
    const [conversations, tasks] = await Promise.all([desk.waiting(), office.waiting()])
    return { conversations, ...tasks }
  }

  return {
    start: staff.start,
    chores: [...idleOwners, ...promises, ...imports.chores, ...(bot?.chores ?? [])],
    grantThread,
    routes: (frame: { handle: Handle; limit: RateLimit }): ((server: Server) => void)[] =>
      staff.routes(frame, ({ routes }) => {
        opened = desk.open({ routes, render: staff.render, signedIn: staff.signedIn })
        const timeZone = async () => (await facts()).timeZone
        return [
          ...opened.routes,
          ...office.routes(routes),
          ...imports.routes(routes),
          ...service.routes(routes),
          ...(bot?.routes(routes) ?? []),
          ...draftRoutes({ routes, drafts, audit, timeZone, clock }),
        ]
      }),
    /** Ends what is being worked out for admins, before the stores close. */
    stop: async () => bot?.stop(),
    /** Ends the live streams, which would hold the server open. */
    stopStreams: () => opened?.stop(),
  }
}
