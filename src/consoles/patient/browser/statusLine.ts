import { byId } from './element.ts'

/** Milliseconds before a lost connection is mentioned: most are back sooner. */
const grace = 1500

/** The one line that tells how the connection is; empty when all is well. */
export function createStatusLine() {
  const line = byId('chat-status')
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    online(): void {
      clearTimeout(timer)
      timer = undefined
      line.textContent = ''
    },
    lost(): void {
      timer ??= setTimeout(() => {
        line.textContent = 'Connection lost. Trying again…'
      }, grace)
    },
  }
}
