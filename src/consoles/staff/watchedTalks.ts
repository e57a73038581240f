import type { TalkRead, TalkView } from './talkView.ts'

/**
 * The conversations that are open in a process's consoles, each as it was read last. One is read anew when a live event was about it, when
 * `lookMs` have passed (for an event may be lost, and not everything makes one), and for whoever has just opened it.
 */
export function createWatchedTalks(talkView: Pick<TalkView, 'header' | 'read'>, lookMs: number) {
  const known = new Map<string, { at: number; read: TalkRead }>()
  let changed = new Set<string>()
  let isLost = false

  return {
    /** A live event; without a topic anything may have happened. */
    heard(topic: string | undefined): void {
      if (topic === undefined) isLost = true
      else changed.add(topic)
    },

    /** Begins a look: the function reads, once for each conversation. Those that nobody asks for in it are forgotten. */
    look() {
      const [heard, all] = [changed, isLost]
      changed = new Set()
      isLost = false
      const before = new Map(known)
      const asked = new Map<string, Promise<TalkRead | undefined>>()
      known.clear()

      async function read(id: string, isNew: boolean): Promise<TalkRead | undefined> {
        const was = before.get(id)
        const now = performance.now()
        const stands = was && !isNew && !all && now - was.at < lookMs && !heard.has(was.read.header.address)
        if (stands) {
          known.set(id, was)
          return was.read
        }
        const header = await talkView.header(id)
        if (!header) return undefined
        const fresh = await talkView.read(header)
        known.set(id, { at: now, read: fresh })
        return fresh
      }
      return (id: string, isNew: boolean): Promise<TalkRead | undefined> => {
        const reading = asked.get(id) ?? read(id, isNew)
        asked.set(id, reading)
        return reading
      }
    },
  }
}
