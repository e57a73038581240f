/** Wakes conversations in this process after a while. What is still to be woken when it stops is left to others. */
export function wakeAfter(wake: (conversationId: string) => void) {
  const timers = new Set<NodeJS.Timeout>()
  return {
    wake(conversationId: string, ms: number): void {
      const timer = setTimeout(() => {
        timers.delete(timer)
        wake(conversationId)
      }, ms)
      timers.add(timer)
    },
    stop(): void {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
