import { createRequire } from 'node:module'
import { WebSocket } from 'ws'

/** What a test uses of an activity. */
export type ClientActivity = {
  type: string
  id?: string
  text?: string
  value?: unknown
  from?: { id: string; role?: string }
  channelData?: { clientActivityID?: string; postBack?: boolean }
  suggestedActions?: { actions: { type: string; title: string; value: unknown }[] }
  attachments?: { contentType: string; contentUrl?: string; content?: { title?: string; buttons?: { type: string; value: unknown }[] } }[]
}

type Observable<T> = { subscribe(next: (value: T) => void, error?: (error: unknown) => void): { unsubscribe(): void } }

/** What a test uses of Microsoft's client. */
type MicrosoftsDirectLine = {
  token: string
  conversationId: string
  watermark: string
  activity$: Observable<ClientActivity>
  connectionStatus$: Observable<number>
  postActivity(activity: ClientActivity): Observable<string>
  refreshToken(): Observable<string>
  getSessionId(): Observable<string>
  reconnect(conversation: { conversationId: string; token: string; streamUrl: string }): void
  end(): void
}

/** Milliseconds, but for `random`, which decides between the shortest (0) and the longest wait before it connects again. */
type Options = {
  domain: string
  token?: string
  secret?: string
  conversationId?: string
  watermark?: string
  webSocket?: boolean
  pollingInterval?: number
  timeout?: number
  random?: () => number
}

const statuses = ['uninitialised', 'connecting', 'online', 'expiredToken', 'failedToConnect', 'ended']
const require = createRequire(new URL('../officialClients/package.json', import.meta.url))

/**
 * Microsoft's Direct Line client, in Node as its makers say to run it there; what it receives and goes through is kept. Files
 * it can send only in a browser.
 */
export function openDirectLineClient(options: Options) {
  Object.assign(globalThis, { XMLHttpRequest: require('xhr2'), WebSocket })
  const { DirectLine } = require('botframework-directlinejs') as { DirectLine: new (given: Options) => MicrosoftsDirectLine }
  const line = new DirectLine({ timeout: 1000, pollingInterval: 200, random: () => 0, ...options })
  const activities: ClientActivity[] = []
  const wentThrough: string[] = []
  line.connectionStatus$.subscribe((status) => wentThrough.push(statuses[status] ?? '?'))
  line.activity$.subscribe(
    (activity) => activities.push(activity),
    () => wentThrough.push('failed'),
  )

  return {
    line,
    activities,
    wentThrough,
    /** What the bot said. */
    said: () => activities.filter(({ type, from }) => type === 'message' && from?.role === 'bot').map(({ text }) => text),
    /** What came back of what the person said. */
    echoed: () => activities.filter(({ type, from }) => type === 'message' && from?.role === 'user').map(({ text }) => text),
    /** Resolves with what the client calls the id of what was posted; rejects with what it tells its user. */
    post: (activity: Partial<ClientActivity>) => first(line.postActivity({ type: 'message', from: { id: 'dl-user' }, ...activity })),
    refresh: () => first(line.refreshToken()),
    sessionId: () => first(line.getSessionId()),
  }
}

export type DirectLineClient = ReturnType<typeof openDirectLineClient>

function first<T>(observable: Observable<T>): Promise<T> {
  return new Promise((resolve, reject) => observable.subscribe(resolve, reject))
}
