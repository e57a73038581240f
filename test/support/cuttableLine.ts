import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line between clients and a server that a test can cut: every connection on it ends at once, as a lost network's do. */
export async function openCuttableLine(serverUrl: string) {
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(serverUrl)

  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  function cut(): void {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        cut()
      }),
  }
}
