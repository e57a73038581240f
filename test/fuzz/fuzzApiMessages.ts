import type { ConnectorPost } from '../support/connectorStandIn.ts'
import { names } from './fuzzWebhook.ts'
import { mutate, toBytes } from './mutate.ts'
import type { Random } from './random.ts'

const token = /a[0-9a-f]{12}/g
const types = [
  'message',
  'message',
  'message',
  'conversationUpdate',
  'messageReaction',
  'messageUpdate',
  'event',
  'invoke',
  'typing',
  'endOfConversation',
]

/** Mutated activities of Bot Framework channels, from this machine, as an Emulator would send them. */
export function createApiMessagesFuzz(baseUrl: string, serviceUrl: string, random: Random) {
  const answered = new Map<number, number>()
  const bodies = new Map<string, string>()

  function activity(): unknown {
    const n = random.below(50)
    return {
      type: random.pick(types),
      id: random.hex(16),
      channelId: random.pick(['emulator', 'webchat', 'msteams']),
      serviceUrl,
      from: { id: `user-${n}`, name: 'somebody' },
      recipient: { id: 'bot' },
      conversation: { id: `conversation-${n}` },
      text: `a${random.hex(12)} hello`,
      membersAdded: [{ id: `user-${n}` }],
      value: { x: 1 },
    }
  }

  return {
    answered,
    /** Sends one activity; resolves with what is wrong about the answer, if anything is. */
    async send(): Promise<string | undefined> {
      const bytes = toBytes(random.chance(0.9) ? mutate(activity(), random) : activity(), random)
      const words = bytes.toString('utf8')
      for (const [found] of words.matchAll(token)) bodies.set(found, words)
      const response = await fetch(`${baseUrl}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(random.chance(0.1) ? { Authorization: `Bearer ${random.hex(20)}` } : {}) },
        body: new Uint8Array(bytes),
      })
      await response.text()
      answered.set(response.status, (answered.get(response.status) ?? 0) + 1)
      return response.status >= 500 ? `${response.status} to ${words.slice(0, 2_000)}` : undefined
    },
    /** What went to a conversation that the answered activity does not name. */
    misdirected(posts: ConnectorPost[]): string[] {
      return posts.flatMap(({ conversation, activity }) =>
        [...(activity.text ?? '').matchAll(token)]
          .filter(([found]) => !names(bodies.get(found), conversation))
          .map(([found]) => `${conversation} got ${found} of an activity that does not name it`),
      )
    },
  }
}
