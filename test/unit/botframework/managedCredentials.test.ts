import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { BotFrameworkAdapter } from '../../../src/channels/botframework/botFrameworkAdapter.ts'
import { createBotFrameworkChannel } from '../../../src/channels/botframework/botFrameworkChannel.ts'
import { loadSettings } from '../../../src/config/loadSettings.ts'
import { silentLog } from '../../../src/kernel/log.ts'
import { type ConnectorStandIn, startConnectorStandIn } from '../../support/connectorStandIn.ts'

const appId = '3f2504e0-4f89-11d3-9a0c-0305e82c3301'
const settings = { MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 'a-tenant' }

let connector: ConnectorStandIn
let machine: Server
let status: number
let asked: string[]

/** Stands in for the endpoint at which Azure's machines tell a program who it is: they name it in the environment. */
beforeEach(async () => {
  status = 200
  asked = []
  connector = await startConnectorStandIn()
  machine = createServer((req, res) => {
    asked.push(new URL(req.url ?? '/', 'http://machine').searchParams.get('resource') ?? '')
    res.writeHead(status, { 'Content-Type': 'application/json' })
    const token = { access_token: 'from-the-machine', expires_on: String(Math.floor(Date.now() / 1000) + 3600), token_type: 'Bearer' }
    res.end(JSON.stringify(status === 200 ? token : { error: 'not now' }))
  })
  await new Promise<void>((listening) => machine.listen(0, '127.0.0.1', listening))
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(machine.address() as AddressInfo).port}/token`
  process.env.IDENTITY_HEADER = 'known to the machine'
})
afterEach(async () => {
  delete process.env.IDENTITY_ENDPOINT
  delete process.env.IDENTITY_HEADER
  machine.closeAllConnections()
  await new Promise<void>((closed) => machine.close(() => closed()))
  await connector.close()
})

function deliver() {
  const channel = createBotFrameworkChannel({ adapter: new BotFrameworkAdapter(loadSettings(settings).botFramework), log: silentLog })
  const reference = { serviceUrl: connector.url, channelId: 'msteams', conversation: { id: 'a' }, user: { id: 'u' }, bot: { id: 'b' } }
  const replyTo = JSON.stringify({ reference, audience: 'https://api.botframework.com' })
  return channel.deliver({ id: 'o1', conversationId: 'c', address: 'msteams|a', replyTo, reply: { type: 'message', text: 'x' } })
}

test('a managed identity signs in at the machine it runs on; while it cannot, the message waits', async () => {
  status = 400
  expect(await deliver()).toEqual({ kind: 'retry', code: 'MANAGED_IDENTITY' })
  expect(connector.attempts()).toBe(0)
  status = 200
  expect(await deliver()).toMatchObject({ kind: 'sent' })
  expect(connector.taken.map(({ authorization }) => authorization)).toEqual(['Bearer from-the-machine'])
  expect(new Set(asked)).toEqual(new Set(['https://api.botframework.com']))
})
