import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { closeGently } from '../../../src/http/closeGently.ts'
import { createServer } from '../../../src/http/createServer.ts'
import { silentLog } from '../../../src/kernel/log.ts'

let server: ReturnType<typeof createServer>
let closing: ReturnType<typeof closeGently>
let answer: () => void
let asked: Promise<void>

beforeEach(async () => {
  server = createServer(silentLog)
  closing = closeGently(server, silentLog)
  let reached = () => {}
  asked = new Promise((resolve) => {
    reached = resolve
  })
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  server.get('/held', async (_req, res) => {
    reached()
    await held
    void res.send(200, 'done')
  })
  server.get('/', async (_req, res) => void res.send(200, 'here'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterEach(() => server.server.closeAllConnections())

/** A connection, what came over it, and when it ended. */
async function open() {
  const { port } = server.address() as unknown as AddressInfo
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk))
  socket.on('error', () => {})
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise((resolve) => socket.once('connect', resolve))
  return { send: (text: string) => socket.write(text), heard: () => heard, ended }
}
const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`

describe('a server that is closed', () => {
  test('waits for the request that is open, answers it, and ends its connection', async () => {
    const line = await open()
    line.send(request('/held'))
    await asked
    expect(closing.openRequests()).toBe(1)
    const closed = closing.close(10_000)
    answer()
    await Promise.all([closed, line.ended])
    expect(line.heard()).toMatch(/^HTTP\/1\.1 200[\s\S]*connection: close[\s\S]*"done"$/i)
    expect(closing.openRequests()).toBe(0)
  })

  test('ends a connection over which nothing is asked', async () => {
    const line = await open()
    line.send(request('/'))
    while (!line.heard().includes('"here"')) await new Promise((resolve) => setTimeout(resolve, 5))
    await Promise.all([closing.close(10_000), line.ended])
    expect(line.heard().split('HTTP/1.1').length).toBe(2)
  })

  test('answers STOPPING to what comes over a connection that is still open', async () => {
    const [held, late] = [await open(), await open()]
    held.send(request('/held'))
    late.send('GET / HTTP/1.1\r\nHo')
    await asked
    const closed = closing.close(10_000)
    late.send('st: x\r\n\r\n')
    await late.ended
    expect(late.heard()).toMatch(/^HTTP\/1\.1 503[\s\S]*connection: close[\s\S]*"code":"STOPPING"/i)
    answer()
    await Promise.all([closed, held.ended])
    expect(held.heard()).toContain('"done"')
  })

  test('cuts off what does not end in its time', async () => {
    const line = await open()
    line.send(request('/held'))
    await asked
    await Promise.all([closing.close(30), line.ended])
    expect(line.heard()).toBe('')
  })
})
