import type { ActivitySet } from './activity.ts'

/** The server shows a sign of life every 25 seconds; after this many milliseconds without one, nobody is there. */
const silence = 60_000

/** One WebSocket: open until it is lost or closed. `done` tells whether it ever was open. */
export function openStream(path: string, onOpen: () => void, onSet: (set: ActivitySet) => void): { done: Promise<boolean>; close(): void } {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + path)
  let opened = false
  let heardAt = Date.now()

  const done = new Promise<boolean>((resolve) => {
    const check = setInterval(() => {
      if (Date.now() - heardAt > silence) finish()
    }, 5000)
    function finish() {
      clearInterval(check)
      socket.onmessage = null
      socket.close()
      resolve(opened)
    }
    socket.onopen = () => {
      opened = true
      heardAt = Date.now()
      onOpen()
    }
    socket.onmessage = ({ data }) => {
      heardAt = Date.now()
      if (data) onSet(JSON.parse(data))
    }
    socket.onclose = finish
    socket.onerror = finish
  })
  return { done, close: () => socket.close() }
}
