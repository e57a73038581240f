import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { testAppId } from './graphPage.ts'

type Facts = { is_valid: boolean; app_id: string; scopes: string[]; expires_at: number; data_access_expires_at: number }

const allGood: Facts = {
  is_valid: true,
  app_id: testAppId,
  scopes: ['pages_messaging', 'pages_manage_metadata', 'pages_show_list'],
  expires_at: 0,
  data_access_expires_at: 0,
}

/** The stand-in's `debug_token`, asked by the app in a batch. */
export function createGraphInspection({ token, appSecret }: { token: string; appSecret: string }) {
  let facts = allGood
  const asApp = `${testAppId}|${appSecret}`
  const proof = createHmac('sha256', appSecret).update(asApp).digest('hex')

  /** Undefined when the request is no batch. */
  function answer(req: IncomingMessage, body: unknown): { status: number; body: unknown } | undefined {
    const { batch } = (body ?? {}) as { batch?: { method: string; relative_url: string }[] }
    if (!batch) return undefined
    const url = new URL(req.url ?? '/', 'http://graph')
    if (req.headers.authorization !== `Bearer ${asApp}` || url.searchParams.get('appsecret_proof') !== proof)
      return { status: 400, body: { error: { message: 'Error validating application.', type: 'OAuthException', code: 190 } } }
    return { status: 200, body: batch.map(({ relative_url }) => one(new URL(relative_url, 'http://graph/'))) }
  }

  function one(url: URL): { code: number; body: string } {
    if (url.pathname !== '/debug_token') return { code: 404, body: JSON.stringify({ error: { message: 'Unknown path', code: 2500 } }) }
    const known = url.searchParams.get('input_token') === token
    return { code: 200, body: JSON.stringify({ data: known ? facts : { is_valid: false, scopes: [] } }) }
  }

  return {
    answer,
    /** From now on the token is as told; what is not told is good. */
    say(told: Partial<Facts>) {
      facts = { ...allGood, ...told }
    },
  }
}
