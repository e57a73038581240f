import type { LiveEvent } from '../../conversation/liveEvents.ts'

type Listener = (event: LiveEvent) => void
type ListenerToAll = (topic: string | undefined, event: LiveEvent) => void

/** Who listens to which topic in this process. A notice reads `<event> <topic>`. */
export function createLiveTopics() {
  const topics = new Map<string, Set<Listener>>()
  const toAll = new Set<ListenerToAll>()
  return {
    subscribe(topic: string, listener: Listener) {
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) topics.delete(topic)
      }
    },
    subscribeAll(listener: ListenerToAll) {
      toAll.add(listener)
      return () => void toAll.delete(listener)
    },
    dispatch(notice: string) {
      const space = notice.indexOf(' ')
      const event = notice.slice(0, space) as LiveEvent
      const topic = notice.slice(space + 1)
      for (const listener of topics.get(topic) ?? []) listener(event)
      for (const listener of toAll) listener(topic, event)
    },
    /** After a gap in listening: everybody looks. */
    dispatchToAll() {
      for (const listeners of topics.values()) for (const listener of listeners) listener('changed')
      for (const listener of toAll) listener(undefined, 'changed')
    },
  }
}

export const toNotice = (topic: string, event: LiveEvent): string => `${event} ${topic}`
