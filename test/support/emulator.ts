import type { ConnectorActivity, ConnectorStandIn } from './connectorStandIn.ts'
import { receivedActivity } from './receivedActivity.ts'
import { eventually } from './startService.ts'

type Options = { connector: ConnectorStandIn; conversation?: string; channelId?: string; token?: () => Promise<string> }

/** A person at the Bot Framework Emulator, or in an Azure channel when there is a token. Every activity is posted twice, as after a lost answer. */
export function openEmulator(baseUrl: () => string, { connector, conversation = 'c1|livechat', channelId = 'emulator', token }: Options) {
  const taken = () => connector.taken.filter((post) => post.conversation === conversation).map(({ activity }) => activity)
  const heard = () => taken().filter(({ type }) => type !== 'event')

  async function post(members: Record<string, unknown>): Promise<void> {
    const activity = receivedActivity(connector.url, { channelId, conversation: { id: conversation }, ...members })
    for (let times = 0; times < 2; times++) {
      const response = await fetch(`${baseUrl()}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${await token()}` } : {}) },
        body: JSON.stringify(activity),
      })
      if (response.status !== 200) throw new Error(`The service answered ${response.status}: ${await response.text()}`)
    }
  }

  return {
    post,
    /** Everything the bot has said here, oldest first. */
    heard,
    /** What was meant for other programs here, oldest first. */
    events: () => taken().filter(({ type }) => type === 'event'),
    open: () => post({ type: 'conversationUpdate', text: undefined, membersAdded: [{ id: 'bot-1' }, { id: 'user-1' }] }),
    say: (text: string, members: Record<string, unknown> = {}) => post({ text, ...members }),
    /** Taps a choice, as the Web Chat in the Emulator does. */
    tap: (title: string) => {
      const action = heard()
        .flatMap(({ suggestedActions }) => suggestedActions?.actions ?? [])
        .findLast((offered) => offered.title === title)
      if (!action) throw new Error(`${title} was not offered.`)
      return post({ text: action.text, value: action.value, channelData: { messageBack: { displayText: action.displayText } } })
    },
    /** The first thing said that holds `part`, once it is there. */
    until: (part: string): Promise<ConnectorActivity> => eventually(() => heard().find(({ text }) => text?.includes(part)), part),
  }
}
