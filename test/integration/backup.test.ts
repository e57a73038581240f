import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { backups } from '../support/backups.ts'
import { openChat } from '../support/chatClient.ts'
import { startGraphStandIn } from '../support/graphStandIn.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { postWebhook, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import { startProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const { pageId, pageToken: token, appSecret } = testSecrets

describe.each(backups)('a back-up of %s', (_way, keep) => {
  test('brings back transcripts and what was still to be sent, and nothing is answered twice', async () => {
    const keeping = await keep()
    const [before, after] = await Promise.all([1, 2].map(() => startGraphStandIn({ pageId, token, appSecret })))
    if (!before || !after) throw new Error('There is no stand-in of Meta.')
    const settings = (graphUrl: string) => ({ ...messengerSettings(graphUrl), LOG_LEVEL: 'info' })
    let service = await startProcess(main, { ...keeping.env, ...settings(before.url) })
    try {
      const post = (body: unknown) => postWebhook(service.baseUrl, appSecret, body)
      const answered = webhookBody([textMessage({ psid: 'answered', mid: 'm1', text: 'does it hurt?' })])
      const chat = await openChat(() => service.baseUrl)
      await chat.say('what should I wear')
      const transcript = await chat.until('A dress or jumpsuit')
      expect((await post(answered)).status).toBe(200)
      await eventually(() => before.messagesTo('answered').some(({ text }) => text?.includes('You are in charge')), 'the answer')

      before.acceptToken(undefined)
      await post(webhookBody([textMessage({ psid: 'waiting', mid: 'm2', text: 'does it hurt?' })]))
      await eventually(() => service.printed().includes('channel.stopped'), 'the first try')
      await keeping.backUp(service)
      await service.kill()
      await keeping.lose()
      const restored = { ...(await keeping.restore()), ...settings(after.url) }

      const otherKey = { ...restored, ...(await keeping.withOtherKey(restored)) }
      expect(await refusalOf(otherKey)).toContain('SECRET_KEY does not open what the database holds')

      service = await startProcess(main, restored)
      expect(await chat.transcript()).toEqual(transcript)
      await eventually(() => after.messagesTo('waiting').some(({ text }) => text?.includes('You are in charge')), 'the pending message')
      expect((await post(answered)).status).toBe(200)
      await post(webhookBody([textMessage({ psid: 'answered', mid: 'm3', text: 'what should I wear' })]))
      await eventually(() => after.messagesTo('answered').some(({ text }) => text?.includes('A dress or jumpsuit')), 'the next answer')
      expect(after.messagesTo('answered').filter(({ text }) => text?.includes('You are in charge'))).toEqual([])
      const ids = after.messages.map(({ metadata }) => metadata)
      expect(new Set(ids).size).toBe(ids.length)
    } finally {
      await service.kill()
      await Promise.all([before.close(), after.close()])
      await keeping.close()
    }
  }, 90_000)
})

/** What a service says that does not start with these settings. */
async function refusalOf(env: Record<string, string>): Promise<string> {
  try {
    await (await startProcess(main, env)).kill()
    return 'It started.'
  } catch (error) {
    return String(error)
  }
}
