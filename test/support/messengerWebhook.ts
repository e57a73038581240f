import { createHmac } from 'node:crypto'

/** The page that all builders write to. */
export const testPageId = '100'

type Common = { psid: string; at?: number | Date; pageId?: string }
type Item = Record<string, unknown>

/** One item of `messaging`, from a person to the page. `at` is a Date or milliseconds; now unless told. */
export function update({ psid, at = Date.now(), pageId = testPageId }: Common, content: Item): Item {
  return { sender: { id: psid }, recipient: { id: pageId }, timestamp: Number(at), ...content }
}

export function textMessage({ mid, text, ...common }: Common & { mid: string; text: string }): Item {
  return update(common, { message: { mid, text } })
}

export function quickReply({ mid, title, payload, ...common }: Common & { mid: string; title: string; payload: string }): Item {
  return update(common, { message: { mid, text: title, quick_reply: { payload } } })
}

export function attachment({ mid, type, payload, ...common }: Common & { mid: string; type: string; payload?: Item }): Item {
  return update(common, { message: { mid, attachments: [{ type, ...(payload ? { payload } : {}) }] } })
}

export function postback({
  mid,
  title,
  payload,
  ref,
  ...common
}: Common & { mid?: string; title: string; payload?: string; ref?: string }): Item {
  const referral = ref === undefined ? {} : { referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } }
  return update(common, { postback: { ...(mid ? { mid } : {}), title, ...(payload === undefined ? {} : { payload }), ...referral } })
}

export function referral({ ref, ...common }: Common & { ref: string }): Item {
  return update(common, { referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } })
}

export function messageEdit({ mid, text, numEdit = 1, ...common }: Common & { mid: string; text: string; numEdit?: number }): Item {
  return update(common, { message_edit: { mid, text, num_edit: numEdit } })
}

export function messageDelete({ mid, ...common }: Common & { mid: string }): Item {
  return update(common, { message: { mid, is_deleted: true } })
}

export function reaction({ mid, action = 'react', name, ...common }: Common & { mid: string; action?: string; name?: string }): Item {
  return update(common, { reaction: { mid, action, ...(name ? { reaction: name } : {}) } })
}

export function delivery({ mids, watermark, ...common }: Common & { mids: string[]; watermark: number }): Item {
  return update(common, { delivery: { mids, watermark } })
}

export function read({ watermark, ...common }: Common & { watermark: number }): Item {
  return update(common, { read: { watermark } })
}

type Echo = Common & { mid: string; text: string; appId?: number | string; metadata?: string }

/** What the page said, by us or by somebody else: sender and recipient are exchanged. */
export function echo({ mid, text, appId, metadata, psid, pageId = testPageId, ...common }: Echo): Item {
  const message = {
    mid,
    text,
    is_echo: true,
    ...(appId === undefined ? {} : { app_id: appId }),
    ...(metadata === undefined ? {} : { metadata }),
  }
  return { ...update({ psid, pageId, ...common }, { message }), sender: { id: pageId }, recipient: { id: psid } }
}

export function passThreadControl({ newOwner, ...common }: Common & { newOwner: string }): Item {
  return update(common, { pass_thread_control: { previous_owner_app_id: null, new_owner_app_id: newOwner, metadata: '' } })
}

export function takeThreadControl({ newOwner, ...common }: Common & { newOwner: string }): Item {
  return update(common, { take_thread_control: { previous_owner_app_id: null, new_owner_app_id: newOwner, metadata: '' } })
}

/** Another app asks for the thread that we have. */
export function requestThreadControl({ by, ...common }: Common & { by: string }): Item {
  return update(common, { request_thread_control: { requested_owner_app_id: by, metadata: '' } })
}

/** A webhook body with these updates in one entry. */
export function webhookBody(messaging: unknown[], { pageId = testPageId, time = Date.now() } = {}) {
  return { object: 'page', entry: [{ id: pageId, time, messaging }] }
}

/** A webhook body for what happened while somebody else holds the thread. */
export function standby(items: unknown[], { pageId = testPageId, time = Date.now() } = {}) {
  return { object: 'page', entry: [{ id: pageId, time, standby: items }] }
}

/** The bytes as Meta sends them: non-ASCII as `\u00e9` in lower-case hex, and `/` as `\/`. */
export function metaJson(body: unknown): Buffer {
  const escaped = JSON.stringify(body)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Buffer.from(escaped, 'ascii')
}

/** The value of X-Hub-Signature-256 for these bytes. */
export function sign(raw: Buffer | string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`
}

/** Posts a body, or bytes as they are, to the webhook of a running server; signed unless `headers` say otherwise. */
export function postWebhook(baseUrl: string, secret: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const raw = Buffer.isBuffer(body) ? body : metaJson(body)
  return fetch(`${baseUrl}/webhooks/messenger`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': sign(raw, secret), ...headers },
    body: new Uint8Array(raw),
  })
}
