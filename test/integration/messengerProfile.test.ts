import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { messengerProfile } from '../../dialogs/messengerProfile.ts'
import { profileFaults } from '../../src/channels/messenger/messengerProfile.ts'
import { getStartedPayload } from '../../src/channels/messenger/updates/readPostback.ts'
import { loadPack } from '../../src/content/loadPack.ts'
import { type GraphStandIn, startGraphStandIn } from '../support/graphStandIn.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { postback, textMessage } from '../support/messengerWebhook.ts'
import { runScript } from '../support/runScript.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'
import { freePort } from '../support/stores/freePort.ts'

/** An address where nothing listens. */
const nobody = `http://127.0.0.1:${await freePort()}`
const profile = messengerProfile('Harbourside Screening (invented)')

describe('npm run messenger:profile', () => {
  let graph: GraphStandIn
  beforeAll(async () => {
    graph = await startGraphStandIn({ pageId: testSecrets.pageId, token: testSecrets.pageToken, appSecret: testSecrets.appSecret })
  })
  beforeEach(() => {
    graph.page.profile.clear()
    graph.requests.length = 0
    graph.acceptToken(testSecrets.pageToken)
  })
  afterAll(() => graph.close())
  const run = (args: string[], env: Record<string, string> = {}) =>
    runScript('scripts/messengerProfile.ts', args, { ...messengerSettings(graph.url), ...env })

  test('shows that nothing is set', async () => {
    const { code, out } = await run([])
    expect(code).toBe(0)
    expect(out).toContain('Page "Harbourside Screening (invented)" (100)')
    for (const part of ['Get Started', 'Greeting', 'Menu', 'Ice breakers']) expect(out).toMatch(new RegExp(`${part} +not set`))
    expect(out).toContain('This version sets something else')
  })

  test('sets everything, shows the result in plain lines, and knows it again', async () => {
    const { code, out, err } = await run(['set'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(graph.page.profile.get('get_started')).toEqual({ payload: getStartedPayload })
    expect(graph.page.profile.get('greeting')).toEqual([{ locale: 'default', text: profile.greeting }])
    expect(graph.page.profile.get('persistent_menu')).toEqual([
      {
        locale: 'default',
        composer_input_disabled: false,
        call_to_actions: profile.menu.map(({ title, payload }) => ({ type: 'postback', title, payload })),
      },
    ])
    expect(graph.page.profile.get('ice_breakers')).toEqual([
      { locale: 'default', call_to_actions: profile.iceBreakers.map(({ title, payload }) => ({ question: title, payload })) },
    ])
    expect(out).toMatch(/Does it hurt\? +says intent:does_it_hurt/)
    expect(out).toContain('People can write as well.')
    expect(out).not.toContain('{')
    expect((await run([])).out).toContain('That is what this version sets.')
  })

  test('a dry run shows what would be set and sets nothing', async () => {
    const { code, out } = await run(['set', '--dry-run'])
    expect(code).toBe(0)
    expect(out).toContain('Nothing was changed.')
    expect(out).toContain(profile.greeting)
    expect(graph.page.profile.size).toBe(0)
    expect(graph.requests.map(({ method }) => method)).toEqual(['GET'])
  })

  test('clear removes what was set', async () => {
    await run(['set'])
    const { code, out } = await run(['clear'])
    expect(code).toBe(0)
    expect(out).toMatch(/Menu +not set/)
    expect(graph.page.profile.size).toBe(0)
  })

  test('a composer that is closed, a language of its own and an unknown shape are shown as they are', async () => {
    graph.page.profile.set('persistent_menu', [
      { locale: 'cy_GB', composer_input_disabled: true, call_to_actions: [{ type: 'web_url', title: 'Site', url: 'https://example.org' }] },
    ])
    graph.page.profile.set('ice_breakers', 'odd')
    const { out } = await run([])
    expect(out).toMatch(/\[cy_GB\] Site +says https:\/\/example\.org/)
    expect(out).toContain('People cannot write, only tap')
    expect(out).toMatch(/Ice breakers +"odd"/)
  })

  test.each([
    ['a token that Meta no longer takes', {}, undefined, 'Meta does not accept MESSENGER_PAGE_TOKEN (error 190)', 'was copied whole'],
    ['a secret of another app', { MESSENGER_APP_SECRET: 'f'.repeat(32) }, testSecrets.pageToken, 'MESSENGER_APP_SECRET', 'of the same app'],
    ['Meta out of reach', { MESSENGER_GRAPH_URL: nobody }, testSecrets.pageToken, 'Meta could not be reached', 'firewall'],
  ])('says in plain words: %s', async (_, env, token, says, advice) => {
    graph.acceptToken(token)
    const { code, out, err } = await run(['set'], env)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(says)
    expect(err).toContain(advice)
    expect(err).toContain('Nothing was changed.')
    expect(err).not.toMatch(/\n\s+at |EAATESTTOKEN/)
  })

  test.each([
    [
      'a missing permission',
      { status: 403, body: { error: { message: 'no', code: 10 } } },
      'The app lacks a permission (error 10)',
      'pages_messaging',
    ],
    [
      'something that Meta refuses',
      { status: 400, body: { error: { message: 'Too long: greeting', code: 100 } } },
      'error 100): Too long: greeting',
      '',
    ],
    ['a fault of Meta', { status: 500, body: { error: { message: 'x', code: 2 } } }, 'Meta has a fault of its own (error 2)', 'try again'],
    ['too much asked', { status: 400, body: { error: { message: 'x', code: 613 } } }, 'too short a time (error 613)', 'Wait'],
    ['an answer that is not Graph', { status: 502, body: 'proxy' }, "not Meta's (HTTP 502)", 'MESSENGER_GRAPH_URL'],
  ])('says in plain words: %s', async (_, answer, says, advice) => {
    graph.page.answerProfileWith(answer)
    const { code, err } = await run(['set'])
    graph.page.answerProfileWith(undefined)
    expect(code).toBe(1)
    expect(err).toContain(says)
    expect(err).toContain(advice)
  })

  test.each([
    ['an unknown command', ['sett'], {}, 'Usage: npm run messenger:profile'],
    ['a dry run of something else', ['clear', '--dry-run'], {}, 'Usage: npm run messenger:profile'],
    ['an unknown command, named', ['sett'], {}, 'There is no command "sett".'],
    ['too many words', ['set', 'menu'], {}, 'here is "menu"'],
    ['an unknown option', ['set', '--force'], {}, 'There is no option --force.'],
    ['settings with a fault', [], { MESSENGER_VERIFY_TOKEN: '' }, 'MESSENGER_VERIFY_TOKEN is missing'],
  ])('wrong use ends with 2: %s', async (_, args, env, says) => {
    const { code, err } = await run(args, env)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) })
    expect(graph.requests).toEqual([])
  })

  test('--help says how it is used, and asks Meta nothing', async () => {
    expect(await run(['--help'])).toEqual({ code: 0, out: expect.stringContaining('Usage: npm run messenger:profile'), err: '' })
    expect(graph.requests).toEqual([])
  })

  test('after a fault of Meta nobody knows whether it was set, after a refusal it was not, and looking changes nothing', async () => {
    const said = async (status: number, args: string[]) => {
      graph.page.answerProfileWith({ status, body: { error: { message: 'x', code: status === 500 ? 2 : 100 } } })
      return (await run(args)).err
    }
    expect(await said(500, ['set'])).toContain('It may have done what was asked all the same')
    expect(await said(400, ['set'])).toContain('Nothing was changed.')
    expect(await said(500, [])).toContain('Nothing was changed.')
    graph.page.answerProfileWith(undefined)
  })

  test('without Messenger it says what to set', async () => {
    const { code, err } = await runScript('scripts/messengerProfile.ts', [])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Messenger is not configured') })
  })
})

describe('the words of the profile', () => {
  test('say that it is automated, that a person can be asked for, and 999, within Meta’s limits', () => {
    expect(profile.greeting).toMatch(/^Automated assistant of Harbourside.*person.*emergency, ring 999\.$/)
    expect(profileFaults(profile)).toEqual([])
  })

  test('leave out a name that is too long for the limit, and keep one that just fits', () => {
    const room = 160 - messengerProfile('').greeting.length
    expect(messengerProfile('n'.repeat(room)).greeting).toHaveLength(160)
    expect(messengerProfile('n'.repeat(room + 1)).greeting).toContain('assistant of this page')
    expect(messengerProfile('n'.repeat(room + 1)).greeting).toMatch(/person.*999/)
  })

  test('what is over a limit is named', () => {
    const item = { title: 'x', payload: 'p' }
    expect(profileFaults({ greeting: 'g'.repeat(160), menu: Array(20).fill(item), iceBreakers: Array(4).fill(item) })).toEqual([])
    expect(profileFaults({ greeting: 'g'.repeat(161), menu: Array(21).fill(item), iceBreakers: Array(5).fill(item) })).toHaveLength(3)
    const long = { title: 't'.repeat(31), payload: 'p'.repeat(1001) }
    expect(profileFaults({ greeting: '', menu: [long], iceBreakers: [{ ...long, title: 't'.repeat(81) }] })).toHaveLength(4)
  })
})

describe('a tap on the menu or an ice breaker', () => {
  let service: RunningService
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service.close())

  const items = [...new Map([...profile.menu, ...profile.iceBreakers].map((item) => [item.title, item])).values()]
  const heardBy = (psid: string) => service.graph.messagesTo(psid).map(({ text }) => text)

  test.each(items)('"$title" is answered like the same words typed', async ({ title, payload }) => {
    const [taps, types] = [`taps-${idOf(title)}`, `types-${idOf(title)}`]
    await service.meta(postback({ psid: taps, title, payload, mid: `mid-${taps}` }))
    await service.meta(textMessage({ psid: types, text: title, mid: `mid-${types}` }))
    const expected = await answerTo(payload)
    await eventually(
      () => [taps, types].every((psid) => heardBy(psid).some((text) => text?.includes(expected))) && same(heardBy(taps), heardBy(types)),
      `"${expected}" twice: ${JSON.stringify([heardBy(taps), heardBy(types)])}`,
    )
  })
})

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Meta's ids have no spaces. */
const idOf = (title: string) => title.replace(/\W/g, '')

/** How the pack's answer begins; what a word of command does is known by its first words. */
async function answerTo(payload: string): Promise<string> {
  if (payload === 'person') return 'I have passed this conversation to the team.'
  if (payload === 'startAgain') return 'I am the automated assistant of'
  const intents = (await loadPack(join(import.meta.dirname, '../../intents'))).intents
  const answer = intents.find(({ id }) => `intent:${id}` === payload)?.answer?.text ?? `no intent ${payload}`
  return answer.split(/\{\{|\n/)[0] ?? ''
}
