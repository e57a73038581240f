import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type ConnectorStandIn, startConnectorStandIn } from '../support/connectorStandIn.ts'
import { openEmulator } from '../support/emulator.ts'
import { type IdentityStandIn, startIdentityStandIn } from '../support/identityStandIn.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { receivedActivity } from '../support/receivedActivity.ts'
import { startProcess } from '../support/serviceProcess.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'
import { createTestDatabase } from '../support/testDatabase.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

describe('the Emulator, without MicrosoftAppId', () => {
  let connector: ConnectorStandIn
  let service: RunningService
  beforeAll(async () => {
    connector = await startConnectorStandIn()
    service = await startService()
  })
  afterAll(async () => {
    await service.close()
    await connector.close()
  })

  test('holds a conversation: greeting, question, answer with choices, a tap, a person; each thing once', async () => {
    const emulator = openEmulator(() => service.url, { connector })
    await emulator.open()
    await emulator.until('automated assistant')
    await emulator.post({ type: 'conversationUpdate', text: undefined, membersAdded: [{ id: 'user-1' }] })
    await emulator.post({ type: 'typing', text: undefined })

    await emulator.say('does it hurt?')
    await emulator.until('You are in charge')
    await emulator.tap('Tell me more')
    await emulator.until('Studies give very different answers')
    await emulator.tap('Talk to a person')
    await emulator.until('Would you like to say?')

    const said = emulator.heard()
    expect(said.map(({ text }) => text?.split(/[.?]/)[0])).toEqual([
      'Hello',
      "It's a fair worry",
      'You are in charge',
      'Studies give very different answers',
      'I have passed this conversation to the team',
      'It helps them to know what it is about',
    ])
    expect(said.map(({ suggestedActions }) => suggestedActions?.actions.at(-1)?.title)).toEqual([
      'Talk to a person',
      undefined,
      'Talk to a person',
      'Talk to a person',
      undefined,
      'No, thank you',
    ])
    for (const activity of said)
      expect(activity).toMatchObject({ from: { id: 'bot-1' }, recipient: { id: 'user-1' }, conversation: { id: 'c1|livechat' } })
    expect(service.logged.filter(({ event, reason }) => event === 'escalation.opened' && reason === 'asked')).toHaveLength(1)
  })

  test('beside an agent hub: it hears who is called, and while it has the conversation the bot is silent', async () => {
    const emulator = openEmulator(() => service.url, { connector, conversation: 'c-hub' })
    const hub = (state: string, id: string) =>
      emulator.post({
        type: 'event',
        name: 'handoff.status',
        id,
        text: undefined,
        value: { state },
        from: { id: 'hub', name: 'Contact centre' },
      })
    await emulator.say('can I talk to a person')
    await emulator.until('Would you like to say?')
    expect(emulator.events()).toMatchObject([
      { name: 'handoff.initiate', value: { reason: 'asked' }, conversation: { id: 'c-hub' }, recipient: { id: 'user-1' } },
    ])
    expect(JSON.stringify(emulator.events())).not.toMatch(/talk to a person|attachments":\[./)

    await hub('accepted', 'h1')
    await emulator.say('what should I wear', { id: 'm2' })
    await hub('completed', 'h2')
    await emulator.say('where do I park', { id: 'm3' })
    await emulator.until('arking')
    expect(emulator.heard().some(({ text }) => text?.includes('Wear a top'))).toBe(false)
  })

  test('is told what to do about danger, and edits, reactions and deletions end no conversation', async () => {
    const emulator = openEmulator(() => service.url, { connector, conversation: 'c2' })
    await emulator.say('hello', { id: 'm1' })
    await emulator.post({ type: 'messageReaction', id: 'r1', text: undefined, replyToId: 'm1', reactionsAdded: [{ type: 'like' }] })
    await emulator.post({ type: 'messageUpdate', id: 'm1', text: 'I have found a lump in my breast' })
    await emulator.until('Please call your GP surgery')
    await emulator.post({ type: 'messageDelete', id: 'm1', text: undefined })
    await emulator.say('what should I wear')
    await emulator.until('Wear a top that is easy to take off')
    expect(emulator.heard()).toHaveLength(3)
  })

  test('may have ids that no database can hold', async () => {
    const emulator = openEmulator(() => service.url, { connector, conversation: `odd\u0000é漢${'x'.repeat(900)}` })
    await emulator.say('does it hurt?', { id: 'm\u0000' })
    await emulator.until('You are in charge')
  })

  test('what it said is in no line of the log', () => {
    expect(JSON.stringify(service.logged)).not.toMatch(/does it hurt|lump in my breast/)
  })
})

test.each([{ PUBLIC_URL: 'https://chat.example.org' }, { TRUSTED_PROXIES: '1' }])(
  'without MicrosoftAppId nobody is let in where others reach the service: %j',
  async (settings) => {
    const service = await startService({ settings })
    try {
      const response = await fetch(`${service.url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(receivedActivity('http://localhost:1')),
      })
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ error: { code: 'LOCAL_ONLY', detail: expect.stringContaining('TRUSTED_PROXIES') } })
    } finally {
      await service.close()
    }
  },
)

describe('an Azure channel', () => {
  let identity: IdentityStandIn
  let connector: ConnectorStandIn
  beforeAll(async () => {
    identity = await startIdentityStandIn()
    connector = await startConnectorStandIn({ admits: (authorization) => identity.hasIssued(authorization) })
  })
  afterAll(async () => {
    await connector.close()
    await identity.close()
  })

  test('is answered with a token that the app signed in for', async () => {
    const service = await startService({ settings: identity.settings })
    try {
      const teams = openEmulator(() => service.url, {
        connector,
        channelId: 'msteams',
        conversation: 'a:1',
        token: () => identity.channelToken(connector.url),
      })
      await teams.say('does it hurt?')
      await teams.until('You are in charge')
      expect(identity.signIns).toHaveLength(1)
    } finally {
      await service.close()
    }
  })

  test('that the app cannot sign in for stops, and the service says what to mend', async () => {
    const service = await startService({ settings: { ...identity.settings, MicrosoftAppPassword: 'expired' } })
    try {
      const teams = openEmulator(() => service.url, {
        connector,
        channelId: 'msteams',
        conversation: 'a:3',
        token: () => identity.channelToken(connector.url),
      })
      await teams.say('does it hurt?')
      const troubles = await eventually(async () => {
        const ready = (await (await fetch(`${service.url}/readyz`)).json()) as { troubles?: Record<string, string> }
        return ready.troubles?.botframework
      }, 'the trouble')
      expect(troubles).toMatch(/LOGIN_invalid_client.*MicrosoftAppId and MicrosoftAppPassword/)
      expect(teams.heard()).toEqual([])
    } finally {
      await service.close()
    }
  })

  test('is reached minutes later by a process that never saw the request', async () => {
    const database = await createTestDatabase()
    const env = { DATABASE_URL: database.url, SECRET_KEY: testSecrets.secretKey, ...identity.settings }
    const first = await startProcess(main, env)
    const teams = openEmulator(() => first.baseUrl, {
      connector,
      channelId: 'msteams',
      conversation: 'a:2',
      token: () => identity.channelToken(connector.url),
    })
    connector.meetNext(...Array.from({ length: 20 }, () => ({ status: 503 })))
    const before = connector.attempts()
    await teams.say('does it hurt?')
    await eventually(() => connector.attempts() > before, 'a first attempt')
    await first.stop()
    expect(teams.heard()).toEqual([])

    await tenMinutesPass(database.url)
    connector.calm()
    const second = await startProcess(main, env)
    try {
      const answer = await teams.until('You are in charge')
      expect(answer).toMatchObject({ recipient: { id: 'user-1' }, conversation: { id: 'a:2' } })
      expect(teams.heard().filter(({ text }) => text?.includes('You are in charge'))).toHaveLength(1)
    } finally {
      await second.stop()
      await database.drop()
    }
  })
})

/** Everything in the database happened ten minutes earlier. Shows too that the way back lies there sealed. */
async function tenMinutesPass(databaseUrl: string): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    const { rows } = await database.query(`
      update conversations set
        deliver_after = deliver_after - interval '10 minutes', last_event_at = last_event_at - interval '10 minutes'
      returning address, reply_to`)
    expect(rows).toEqual([{ address: 'msteams|a:2', reply_to: expect.not.stringContaining('127.0.0.1') }])
    await database.query(
      `update inbox set occurred_at = occurred_at - interval '10 minutes', received_at = received_at - interval '10 minutes'`,
    )
  } finally {
    await database.end()
  }
}
