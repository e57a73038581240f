import type { LiveEvent } from '../../conversation/liveEvents.ts'

type Listener = (event: LiveEvent) => void

/** Who listens to which topic in this process. A notice reads `<event> <topic>`. */
export function createLiveTopics() {
  const topics = new Map<string, Set<Listener>>()
  return {
    subscribe(topic: string, listener: Listener) {
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) topics.delete(topic)
      }
    },
    dispatch(notice: string) {
      const space = notice.indexOf(' ')
      const event = notice.slice(0, space) as LiveEvent
      for (const listener of topics.get(notice.slice(space + 1)) ?? []) listener(event)
    },
    /** After a gap in listening: everybody looks. */
    dispatchToAll() {
      for (const listeners of topics.values()) for (const listener of listeners) listener('changed')
    },
  }
}

export const toNotice = (topic: string, event: LiveEvent): string => `${event} ${topic}`
