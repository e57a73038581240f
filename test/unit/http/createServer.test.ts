import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createServer } from '../../../src/http/createServer.ts'
import type { Log } from '../../../src/kernel/log.ts'

const lines: string[] = []
const line = (event: string, facts: object = {}) => void lines.push(JSON.stringify({ event, ...facts }))
const log: Log = { debug: line, info: line, warn: line, error: line }

let server: ReturnType<typeof createServer>
let url: string
beforeEach(async () => {
  lines.length = 0
  server = createServer(log)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as unknown as AddressInfo).port}`
})
afterEach(async () => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.server.closeAllConnections()
  await closed
})

test('what restify itself complains of is logged without the request and the answer that it would print', async () => {
  server.get('/value', async (_req, res) => {
    res.send(200, 'marmalade')
    return 'marmalade'
  })
  await fetch(`${url}/value?marmalade`)
  expect(lines).toContain('{"event":"http.restifyComplained"}')
  expect(lines.join()).not.toContain('marmalade')
  expect(server.log).not.toHaveProperty('bindings')
})
