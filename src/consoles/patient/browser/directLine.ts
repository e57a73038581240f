import type { ActivitySet } from './activity.ts'
import { backOff } from './pause.ts'
import { type Session, session } from './session.ts'

/** The server understood and said no; asking again would not help. Any other failure is worth another try. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number) {
    super(`refused: ${status}`)
    this.status = status
  }

  /** The conversation is over for us: its token has expired or is no longer known. */
  get isExpired(): boolean {
    return this.status === 401 || this.status === 403
  }
}

/** The server has too much to do, or had too much of us, and said in how many milliseconds it takes more. */
class Busy extends Error {
  readonly wait: number

  constructor(wait: number) {
    super('busy')
    this.wait = wait
  }
}

/** Milliseconds before the next try, after try number `attempt` (from 0) failed with `error`. */
export function waitAfter(error: unknown, attempt: number): number {
  return error instanceof Busy ? error.wait : backOff(attempt)
}

const base = '/v3/directline'
const patience = 15_000

type Entrance = { conversationId: string; token: string; expires_in: number; streamUrl: string }

async function call<T>(method: string, path: string, token?: string, body?: unknown): Promise<T> {
  const timeout = new AbortController()
  setTimeout(() => timeout.abort(), patience)
  const response = await fetch(base + path, {
    method,
    headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: timeout.signal,
    cache: 'no-store',
  })
  if (response.ok) return (await response.json()) as T
  const retryAfter = Number(response.headers.get('Retry-After'))
  if (response.status === 429 && retryAfter > 0) throw new Busy(retryAfter * 1000)
  if (response.status >= 500 || response.status === 408 || response.status === 429) throw new Error(`failed: ${response.status}`)
  throw new Refused(response.status)
}

function sessionFrom({ conversationId, token, expires_in }: Entrance, started: boolean): Session {
  return { conversationId, token, expiresAt: Date.now() + expires_in * 1000, started }
}

async function begin(): Promise<Session> {
  const begun = sessionFrom(await call<Entrance>('POST', '/tokens/generate'), false)
  session.begin(begun)
  return begun
}

function current(): Session {
  const kept = session.get()
  if (!kept) throw new Error('no conversation yet')
  return kept
}

const pathOf = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}`

export const directLine = {
  /**
   * Comes back to this tab's conversation, or starts one. Returns the path of its stream from `watermark` on: only the
   * path, for the page's own origin is the one that it may connect to.
   */
  async enter(watermark: string): Promise<string> {
    const kept = session.get() ?? (await begin())
    const entrance = kept.started
      ? await call<Entrance>('GET', `${pathOf(kept.conversationId)}?watermark=${watermark}`, kept.token)
      : await call<Entrance>('POST', '/conversations', kept.token)
    session.renew(sessionFrom(entrance, true))
    const { pathname, search } = new URL(entrance.streamUrl)
    return pathname + search
  },
  /** A fresh token when half of the old one's life has gone. */
  async refresh(life: number): Promise<void> {
    const kept = current()
    if (kept.expiresAt - Date.now() > life / 2) return
    session.renew(sessionFrom(await call<Entrance>('POST', '/tokens/refresh', kept.token), kept.started))
  },
  async post(activity: unknown): Promise<void> {
    const kept = current()
    await call('POST', `${pathOf(kept.conversationId)}/activities`, kept.token, activity)
  },
  read(watermark: string): Promise<ActivitySet> {
    const kept = current()
    return call('GET', `${pathOf(kept.conversationId)}/activities?watermark=${watermark}`, kept.token)
  },
}
