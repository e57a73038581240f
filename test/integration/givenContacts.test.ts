import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openOutreach } from '../../src/app/openOutreach.ts'
import type { Participant } from '../../src/booking/participant.ts'
import { createPostgresCheckLinks } from '../../src/identity/postgresCheckLinks.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { checkPeople } from '../support/checkPeople.ts'
import { openTestPostgres } from '../support/databases.ts'
import { type NotifyStandIn, notifyKeys, startNotifyStandIn } from '../support/notifyStandIn.ts'
import { diaryRows, noon, secretKey } from '../unit/outreach/noticeBench.ts'

const sealer = createSealer([secretKey])
let opened: Awaited<ReturnType<typeof openTestPostgres>>
let notify: NotifyStandIn
let ada: string
beforeAll(async () => {
  ;[opened, notify] = await Promise.all([openTestPostgres(), startNotifyStandIn()])
})
afterAll(async () => {
  await notify.close()
  await opened.close()
})
beforeEach(async () => {
  notify.messages.length = 0
  ada = await checkPeople(opened.database).invite({ dateOfBirth: '1976-05-14' })
})

function outreachWith(settings: object) {
  return openOutreach({
    settings: settings as Parameters<typeof openOutreach>[0]['settings'],
    stores: { database: opened.database, sealer },
    participants: { get: async (id) => ({ id, details: { mobile: '07700 900111', email: 'ada@example.org' } }) as Participant },
    facts: async () => ({ name: 'A service', phone: '01632 960001' }) as never,
    address: { url: 'https://chat.example.org' },
    clock: { now: () => noon },
    log: silentLog,
  })
}
const withNotify = () =>
  outreachWith({
    notify: {
      apiKey: notifyKeys.apiKey,
      url: notify.url,
      smsTemplate: notifyKeys.templates.sms,
      emailTemplate: notifyKeys.templates.email,
    },
  })

async function give(mobile: string): Promise<void> {
  const links = createPostgresCheckLinks(opened.database.db, sealer)
  const conversationId = await checkPeople(opened.database).converse()
  await links.use(await links.create(conversationId, noon.toJSDate()), ada, noon.toJSDate(), { mobile })
}

async function textedTo(outreach: ReturnType<typeof outreachWith>): Promise<string[]> {
  await diaryRows(opened.database.db).appointment({ participantId: ada })
  for (const { run } of outreach.chores) await run()
  return notify.messages.map(({ type, to }) => `${type} ${to}`)
}

test('the number on record is told and texted while she has given none', async () => {
  const outreach = withNotify()
  expect(await outreach.telling.toldBy({ id: ada })).toBe('We will send you a text to the number ending 111.')
  expect(await textedTo(outreach)).toEqual(['sms 447700900111'])
})

test('the number that she gave is told and texted in its place', async () => {
  const outreach = withNotify()
  await give('+447700900222')
  expect(await outreach.telling.toldBy({ id: ada })).toBe('We will send you a text to the number ending 222.')
  expect(await textedTo(outreach)).toEqual(['sms 447700900222'])
})

test('without GOV.UK Notify nothing is promised but a letter', async () => {
  await give('+447700900222')
  expect(await outreachWith({}).telling.toldBy({ id: ada })).toBe('We will send you a letter.')
})
