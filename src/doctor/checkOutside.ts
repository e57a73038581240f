import { randomInt } from 'node:crypto'
import { type Finding, fault, ok, type Trouble, warning } from './finding.ts'

type Deps = {
  publicUrl: string
  /** Where Messenger is on. */
  verifyToken: string | undefined
  /** Whether the service runs on this machine: if not, there may be nothing yet that could answer. */
  running: boolean
  fetch?: typeof globalThis.fetch
}

const what = 'From outside'

/** Calls the service by its public address, as people and Meta do: alive, certificate valid, and Meta's handshake answered. */
export async function checkOutside({ publicUrl, verifyToken, running, fetch = globalThis.fetch }: Deps): Promise<Finding[]> {
  const call = (path: string) => fetch(publicUrl + path, { signal: AbortSignal.timeout(10_000), redirect: 'manual' })
  const unanswered = running ? fault : warning
  try {
    const health = await call('/healthz')
    const alive = (await health.json().catch(() => undefined)) as { status?: unknown } | undefined
    if (alive?.status !== 'alive') {
      const { says, advice } = wrongAnswer(health.status)
      return [(health.status >= 502 ? unanswered : fault)(what, says, advice)]
    }
    const reached = ok(what, 'PUBLIC_URL leads to the service.')
    return verifyToken === undefined ? [reached] : [reached, await handshake(call, verifyToken)]
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } }
    const code = cause?.code ?? (error instanceof Error ? error.name : '')
    const { says, advice } = outsideTrouble(code)
    return [(isOfTls(code) ? fault : unanswered)(what, says, advice)]
  }
}

/** What Meta does when the webhook is entered in the app dashboard. */
async function handshake(call: (path: string) => Promise<Response>, verifyToken: string): Promise<Finding> {
  const challenge = String(randomInt(1e9, 1e10))
  const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': challenge })
  const response = await call(`/webhooks/messenger?${query}`)
  if (response.status === 200 && (await response.text()) === challenge) return ok(what, "The webhook answers Meta's handshake.")
  if (response.status === 403)
    return fault(
      what,
      'The running service has another MESSENGER_VERIFY_TOKEN.',
      'Start every process anew with the settings of now, and enter the same word at Meta.',
    )
  if (response.status === 404)
    return fault(
      what,
      'The running service has no Messenger webhook.',
      'Start every process anew with the MESSENGER_ settings; if there is a proxy, let /webhooks/messenger through.',
    )
  return fault(
    what,
    `The webhook does not answer Meta's handshake (${response.status}).`,
    'Something between the world and the service changes or answers the call: look at the reverse proxy.',
  )
}

function wrongAnswer(status: number): Trouble {
  if (status >= 300 && status < 400)
    return {
      says: `PUBLIC_URL sends the caller elsewhere (${status}): Meta does not follow.`,
      advice: 'Set PUBLIC_URL to the last address, or take the redirection out of the proxy.',
    }
  if (status >= 502)
    return {
      says: `The proxy at PUBLIC_URL does not reach the service (${status}).`,
      advice: 'Start the service, and check the address that the proxy passes calls to.',
    }
  return {
    says: `Something else than this service answers at PUBLIC_URL (${status}).`,
    advice: 'Check PUBLIC_URL, and which address the proxy passes its calls to.',
  }
}

const isOfTls = (code: string): boolean => /CERT|SIGNED|SSL|TLS|UNABLE_TO/.test(code)

/** Why the public address could not be called, by Node's code. */
export function outsideTrouble(code: string): Trouble {
  if (isOfTls(code))
    return {
      says: `The TLS certificate at PUBLIC_URL is not valid (${code}). Meta does not call it.`,
      advice: 'Use a certificate of a public authority, for this very name, with its whole chain, and renew it in time.',
    }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { says: 'The name in PUBLIC_URL has no address.', advice: 'Enter it in the public DNS, or correct PUBLIC_URL.' }
  return {
    says: `Nothing answers at PUBLIC_URL (${code || 'no connection'}).`,
    advice: 'Check the reverse proxy and the firewall. Some networks cannot call their own public address: then try it from elsewhere.',
  }
}
