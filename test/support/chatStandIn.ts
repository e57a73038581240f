import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createDirectLineChannel } from '../../src/channels/directline/directLineChannel.ts'
import { directLineRoutes } from '../../src/channels/directline/directLineRoutes.ts'
import { createTokens } from '../../src/channels/directline/tokens.ts'
import { chatPageRoutes } from '../../src/consoles/patient/chatPageRoutes.ts'
import type { AcceptEvents } from '../../src/conversation/acceptEvents.ts'
import type { Reply } from '../../src/conversation/activity.ts'
import type { IncomingEvent } from '../../src/conversation/incomingEvent.ts'
import type { LiveEvent, LiveEvents } from '../../src/conversation/liveEvents.ts'
import type { Author, TranscriptEntry } from '../../src/conversation/transcriptEntry.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { scriptedReplies } from './scriptedReplies.ts'
import { unlimited } from './unlimited.ts'

/** The chat page on a real server, with a conversation log that outlives the server as a database would. */
export type ChatApp = {
  url: string
  stop(): Promise<void>
  /** Again, on the same port and with the same conversations. */
  start(): Promise<void>
}

export async function startChatApp(port = 0): Promise<ChatApp> {
  const log = new Map<string, TranscriptEntry[]>()
  const seen = new Set<string>()
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>()
  const live: LiveEvents = {
    async publish(topic, event) {
      for (const listener of listeners.get(topic) ?? []) listener(event)
    },
    subscribe(topic, listener) {
      const all = listeners.get(topic) ?? new Set()
      listeners.set(topic, all.add(listener))
      return () => all.delete(listener)
    },
  }
  const channel = createDirectLineChannel({ live })

  function write(address: string, author: Author, activity: Reply): void {
    const entries = log.get(address) ?? []
    log.set(address, [...entries, { id: randomUUID(), seq: entries.length + 1, author, at: new Date(), activity }])
    void live.publish(address, 'changed')
  }

  function answer({ address, activity }: IncomingEvent): void {
    void channel.showTyping('', address)
    setTimeout(() => {
      for (const { author, reply } of scriptedReplies(activity)) write(address, author, reply)
    }, 200)
  }

  const accept: AcceptEvents = async (events) =>
    events.map((event) => {
      const duplicate = seen.has(event.eventKey)
      seen.add(event.eventKey)
      if (!duplicate) {
        write(event.address, 'patient', event.activity)
        answer(event)
      }
      return { eventKey: event.eventKey, conversationId: event.address, duplicate }
    })

  const handle = handleWith(silentLog)
  const tokens = createTokens({ keys: [new Uint8Array(32).fill(7)], clock: systemClock })
  const conversationLog = {
    read: async (address: string, after: number, limit: number) =>
      (log.get(address) ?? []).filter(({ seq }) => seq > after).slice(0, limit),
  }
  let listeningOn = port
  let stop: () => Promise<void> = async () => undefined

  async function start(): Promise<void> {
    const server = createServer(silentLog)
    const closeStreams = directLineRoutes({
      tokens,
      accept,
      conversationLog,
      live,
      handle,
      limit: unlimited,
      clock: systemClock,
      log: silentLog,
    })(server)
    chatPageRoutes({
      handle,
      limit: unlimited,
      facts: async () => ({
        name: 'North Midlands Breast Screening Service',
        phone: '01632 960001',
        hours: 'Monday to Friday, 9am to 5pm',
        website: 'https://screening.example.org',
      }),
    })(server)
    await new Promise<void>((resolve) => server.listen(listeningOn, '127.0.0.1', resolve))
    listeningOn = (server.server.address() as AddressInfo).port
    stop = () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        closeStreams()
        server.server.closeAllConnections()
      })
  }

  await start()
  return { url: `http://127.0.0.1:${listeningOn}`, stop: () => stop(), start }
}
