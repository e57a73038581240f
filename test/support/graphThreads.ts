import { testAppId } from './graphPage.ts'
import type { GraphFault } from './graphSendRules.ts'

type Answer = { status: number; body: unknown }
type Asked = { recipient?: { id?: string }; target_app_id?: string }

const edges = /^(pass|take|release|request)_thread_control$/

/** Conversation Routing of the stand-in of Meta: which app has which person's thread, by Meta's published rules. */
export function createGraphThreads() {
  /** Whose a thread is; nobody's (idle) where it is not there. */
  const owners = new Map<string, string>()
  const requested: string[] = []
  let isDefaultApp = true

  /** Undefined when the address is none of these edges. */
  function answer(method: string, url: URL, body: unknown): Answer | undefined {
    const edge = url.pathname.split('/')[3] ?? ''
    if (edge === 'thread_owner' && method === 'GET') return owner(url.searchParams.get('recipient') ?? '')
    const verb = method === 'POST' ? edges.exec(edge)?.[1] : undefined
    if (!verb) return undefined
    const { recipient, target_app_id: target } = (body ?? {}) as Asked
    if (!recipient?.id) return fault('recipient.id is missing')
    return control(verb, recipient.id, target)
  }

  function control(verb: string, psid: string, target: string | undefined): Answer {
    const has = owners.get(psid)
    switch (verb) {
      case 'take':
        if (!isDefaultApp) return fault('take_thread_control needs a default app')
        owners.set(psid, testAppId)
        return done
      case 'pass':
        if (!target || !/^\d+$/.test(target)) return fault('target_app_id is missing')
        if (has !== undefined && has !== testAppId) return fault('another app controls the thread', 2018300)
        owners.set(psid, target)
        return done
      case 'release':
        if (has !== testAppId) return fault('another app controls the thread', 2018300)
        owners.delete(psid)
        return done
      default:
        if (!isDefaultApp) return fault('request_thread_control needs a default app')
        requested.push(psid)
        return done
    }
  }

  /** Only the owner and the default app are told. */
  function owner(psid: string): Answer {
    const has = owners.get(psid)
    const isTold = has !== undefined && (isDefaultApp || has === testAppId)
    return { status: 200, body: { data: isTold ? [{ thread_owner: { app_id: has } }] : [] } }
  }

  return {
    answer,
    ownerOf: (psid: string) => owners.get(psid),
    requested,
    /** Another app, or Meta's inbox, has the thread from now on. */
    give: (psid: string, appId: string) => void owners.set(psid, appId),
    /** Whether the page's settings name our app as its default app. */
    setDefaultApp(next: boolean) {
      isDefaultApp = next
    },
    /** Nobody but the owner may send. */
    sendFault(psid: string): GraphFault | undefined {
      const has = owners.get(psid)
      if (has === undefined || has === testAppId) return undefined
      return { httpStatus: 400, code: 2018300, message: 'Another app is controlling this thread' }
    },
  }
}

const done: Answer = { status: 200, body: { success: true } }

function fault(message: string, code = 100): Answer {
  return { status: 400, body: { error: { message, type: 'OAuthException', code } } }
}
