import { type ActivitySet, type ChatActivity, speakerOf } from './activity.ts'
import type { Tap } from './cardAction.ts'
import { createChoices } from './choices.ts'
import { keepInTouch } from './connection.ts'
import { byId } from './element.ts'
import { createMessageList } from './messageList.ts'
import { newClientId } from './newClientId.ts'
import { createOutbox } from './outbox.ts'
import { endPauses } from './pause.ts'
import { createScrolling } from './scrolling.ts'
import { session } from './session.ts'
import { createStatusLine } from './statusLine.ts'
import { createTypingSign } from './typingSign.ts'

/** So many activities at once are part of an earlier conversation that comes in pieces. */
const longReplay = 50

/** The conversation: what is said goes out through the outbox, and everything is shown once, however often it arrives. */
export function createConversation() {
  const status = createStatusLine()
  const typing = createTypingSign()
  const scrolling = createScrolling()
  const messages = createMessageList(tapped)
  const choices = createChoices(tapped)
  const outbox = createOutbox({
    onSent({ clientId }) {
      messages.markSent(clientId)
      endPauses()
    },
    onRefused: ({ clientId }) => messages.markRefused(clientId),
    onDoubt: () => connection.reconnect(),
  })
  const shown = new Set<string>()
  let replayed = false
  let ended = false
  let connection = connect()

  function connect() {
    return keepInTouch({ onSet: receive, onOnline: online, onLost: status.lost, onExpired: startAnew })
  }

  function online(): void {
    status.online()
    void outbox.postAll()
  }

  function receive({ activities = [] }: ActivitySet): void {
    const fromBefore = !replayed && activities.some((activity) => activity.type === 'message' && speakerOf(activity) === 'patient')
    if (fromBefore) messages.quieten()
    const fresh = activities.flatMap((activity) => show(activity) ?? [])
    if (fromBefore) scrolling.toEnd()
    else if (replayed && fresh[0]) scrolling.follow(fresh[0], false)
    replayed ||= activities.length < longReplay
  }

  /** The element that is new on the screen, if any. */
  function show(activity: ChatActivity): HTMLElement | undefined {
    if (activity.type === 'typing') typing.show()
    if (activity.type !== 'message' || !activity.id || shown.has(activity.id)) return undefined
    shown.add(activity.id)
    const own = speakerOf(activity) === 'patient'
    const clientId = own ? activity.channelData?.clientActivityID : undefined
    if (!own) typing.hide()
    const made = messages.show(activity, clientId)
    if (clientId) outbox.settle(clientId)
    if (own || outbox.all().length > 0) choices.hide()
    else choices.show(activity.suggestedActions?.actions ?? [])
    return own ? undefined : made
  }

  function say(tap: Tap): void {
    const unsent = { ...tap, clientId: newClientId(), at: new Date().toISOString() }
    choices.hide()
    replayed = true
    scrolling.follow(messages.showUnsent(unsent), true)
    outbox.add(unsent)
    endPauses()
  }

  /** The button that was tapped may go away: the conversation takes the focus, and the next choices are one Tab further. */
  function tapped(tap: Tap): void {
    byId('chat-log').focus({ preventScroll: true })
    say(tap)
  }

  function startAnew(): void {
    if (ended) return
    connection.stop()
    session.leave()
    const before = outbox.all().map(({ clientId }) => clientId)
    outbox.moveOn()
    const still = new Set(outbox.all().map(({ clientId }) => clientId))
    messages.forgetTaken(before.filter((clientId) => !still.has(clientId)))
    choices.hide()
    messages.notice('This chat was open for too long and has ended. A new chat has started.')
    connection = connect()
  }

  for (const unsent of outbox.all()) messages.showUnsent(unsent)

  return {
    say: (text: string) => say({ text }),
    reconnect: () => connection.reconnect(),
    end(): void {
      ended = true
      connection.stop()
      outbox.stop()
      session.end()
      messages.clear()
      choices.hide()
      typing.hide()
      status.online()
    },
  }
}
