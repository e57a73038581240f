import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createServer } from '../../../src/http/createServer.ts'
import { handleWith } from '../../../src/http/handle.ts'
import { silentLog } from '../../../src/kernel/log.ts'
import { StoreFailure } from '../../../src/kernel/storeFailure.ts'

const handle = handleWith(silentLog)
const failures: Record<string, Error> = {
  '/away': new Error('wrapped', { cause: new StoreFailure(new Error('marmalade')) }),
  '/broken': new Error('marmalade'),
}

let server: ReturnType<typeof createServer>
let url: string
beforeAll(async () => {
  server = createServer(silentLog)
  for (const [path, failure] of Object.entries(failures))
    server.get(
      path,
      handle(() => Promise.reject(failure)),
    )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as unknown as AddressInfo).port}`
})
afterAll(async () => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.server.closeAllConnections()
  await closed
})
const page = async (path: string) => {
  const response = await fetch(url + path, { headers: { Accept: 'text/html' } })
  return { status: response.status, html: await response.text() }
}

test('a person who opens the chat while a store is away is told what to do, without a link to the chat', async () => {
  const { status, html } = await page('/away')
  expect(status).toBe(503)
  for (const words of [
    'The chat does not work at the moment. Please try again in a few minutes.',
    'call 999',
    'ring the number in your letter',
  ])
    expect(html).toContain(words)
  expect(html).not.toContain('href="/chat"')
  expect(html).not.toContain('marmalade')
})

test('a program is told by a code that the store is away', async () => {
  const response = await fetch(`${url}/away`)
  expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([503, 'STORE_UNAVAILABLE'])
})

test('another fault is ours, and leads back to the chat', async () => {
  const { status, html } = await page('/broken')
  expect(status).toBe(500)
  expect(html).toContain('href="/chat"')
})
