import type { StandInMessage } from '../support/graphStandIn.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import {
  attachment,
  delivery,
  echo,
  messageDelete,
  messageEdit,
  passThreadControl,
  postback,
  postWebhook,
  quickReply,
  reaction,
  read,
  referral,
  takeThreadControl,
  textMessage,
} from '../support/messengerWebhook.ts'
import { mutate, toBytes } from './mutate.ts'
import type { Random } from './random.ts'

const people = Array.from({ length: 200 }, (_, n) => `2000000000000${String(n).padStart(4, '0')}`)
const token = /w[0-9a-f]{12}/g

/** Mutated webhook bodies with right signatures. Each text holds a token, by which a reply can be led back to its body. */
export function createWebhookFuzz(baseUrl: string, random: Random) {
  const bodies = new Map<string, string>()
  const answered = new Map<number, number>()

  function item(): unknown {
    const psid = random.pick(people)
    const mid = `m_${random.hex(16)}`
    const text = `w${random.hex(12)} hello`
    const at = Date.now() - random.below(1_000)
    return random.pick([
      () => textMessage({ psid, mid, text, at }),
      () => textMessage({ psid, mid, text, at }),
      () => quickReply({ psid, mid, title: text, payload: `intent:${random.hex(4)}`, at }),
      () =>
        attachment({
          psid,
          mid,
          type: random.pick(['image', 'audio', 'fallback', 'location', 'sticker']),
          payload: { url: 'https://example.org/x' },
          at,
        }),
      () => postback({ psid, mid, title: text, payload: text, ref: random.hex(8), at }),
      () => referral({ psid, ref: random.hex(300), at }),
      () => messageEdit({ psid, mid, text, at }),
      () => messageDelete({ psid, mid, at }),
      () => reaction({ psid, mid, name: 'love', at }),
      () => delivery({ psid, mids: [mid], watermark: at, at }),
      () => read({ psid, watermark: at, at }),
      () => echo({ psid, mid, text, metadata: `sm:${random.hex(8)}`, at }),
      () => passThreadControl({ psid, newOwner: '1', at }),
      () => takeThreadControl({ psid, newOwner: '2', at }),
    ])()
  }

  function body(): unknown {
    const items = Array.from({ length: 1 + random.below(4) }, item)
    const list = random.chance(0.1) ? 'standby' : 'messaging'
    const whole = { object: 'page', entry: [{ id: testSecrets.pageId, time: Date.now(), [list]: items }] }
    return random.chance(0.95) ? mutate(whole, random) : whole
  }

  return {
    answered,
    /** Sends one body; resolves with what is wrong about the answer, if anything is. */
    async send(): Promise<string | undefined> {
      const bytes = toBytes(body(), random)
      const words = bytes.toString('utf8')
      for (const [found] of words.matchAll(token)) bodies.set(found, words)
      const response = await postWebhook(baseUrl, testSecrets.appSecret, bytes)
      await response.text()
      answered.set(response.status, (answered.get(response.status) ?? 0) + 1)
      return response.status >= 500 || response.status === 429 ? `${response.status} to ${words.slice(0, 2_000)}` : undefined
    },
    /** What was sent to somebody whom it did not concern: neither addressed nor named in the body that it answers. */
    misdirected(messages: StandInMessage[]): string[] {
      return messages.flatMap(({ psid, text = '' }) => {
        const toOther = text.startsWith(`to ${psid}:`) ? [] : [`${psid} got what was meant for another: ${text}`]
        const foreign = [...text.matchAll(token)].filter(([found]) => !names(bodies.get(found), psid))
        return [
          ...toOther,
          ...foreign.map(([found]) => `${psid} got ${found} of a body that does not name them: ${bodies.get(found)?.slice(0, 3_000)}`),
        ]
      })
    },
  }
}

/** Whether an id stands in a body, perhaps as a string within a string. */
export function names(body: string | undefined, id: string): boolean {
  return body !== undefined && (body.includes(id) || body.includes(JSON.stringify(id).slice(1, -1)))
}
