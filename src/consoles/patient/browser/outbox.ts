import { directLine, Refused, waitAfter } from './directLine.ts'
import { pause } from './pause.ts'
import { forget, recall, remember } from './tabMemory.ts'

/** Something the patient said that the server has not shown back yet. */
export type Unsent = { clientId: string; text: string; value?: string; at: string }

type OutboxDeps = {
  /** The server has it. */
  onSent(unsent: Unsent): void
  /** The server will never take it. */
  onRefused(unsent: Unsent): void
  /** The token was not good: somebody should find out whether the conversation is over. */
  onDoubt(): void
}

const place = 'chat.unsent'

/**
 * Keeps what was said until the server shows it back, through lost connections and reloads, and posts it in order, one at
 * a time. Posting again is safe: the server keeps one of each client id.
 */
export function createOutbox({ onSent, onRefused, onDoubt }: OutboxDeps) {
  let unsent = recall<Unsent[]>(place) ?? []
  const taken = new Set<string>()
  let posting = false

  function save(): void {
    if (unsent.length > 0) remember(place, unsent)
    else forget(place)
  }

  function drop(clientId: string): void {
    unsent = unsent.filter((item) => item.clientId !== clientId)
    save()
  }

  async function post(item: Unsent): Promise<void> {
    for (let attempt = 0; unsent.includes(item); attempt++) {
      try {
        await directLine.post({
          type: 'message',
          text: item.text,
          ...(item.value === undefined ? {} : { value: item.value }),
          from: { id: 'patient', role: 'user' },
          channelData: { clientActivityID: item.clientId },
        })
        taken.add(item.clientId)
        return onSent(item)
      } catch (error) {
        if (error instanceof Refused && !error.isExpired) {
          drop(item.clientId)
          return onRefused(item)
        }
        if (error instanceof Refused) onDoubt()
        await pause(waitAfter(error, attempt))
      }
    }
  }

  async function postAll(): Promise<void> {
    if (posting) return
    posting = true
    for (let next = nextItem(); next; next = nextItem()) await post(next)
    posting = false
  }

  function nextItem(): Unsent | undefined {
    return unsent.find((item) => !taken.has(item.clientId))
  }

  return {
    all: (): readonly Unsent[] => unsent,
    add(item: Unsent): void {
      unsent = [...unsent, item]
      save()
      void postAll()
    },
    /** The server has shown it. */
    settle: drop,
    postAll,
    /** A new conversation takes over: what the old one had is its own. */
    moveOn(): void {
      unsent = unsent.filter((item) => !taken.has(item.clientId))
      save()
    },
    stop(): void {
      unsent = []
      save()
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>
