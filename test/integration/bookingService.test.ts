import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPatient, type Office, openOffice, type Patient } from '../support/bookingPatients.ts'
import { openCrashBench, postgresAndRedisStores } from '../support/crashBench.ts'
import { testAppId } from '../support/graphPage.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
const PEOPLE = 40
/** What a start beside stand-ins warns of. */
const AT_START = /"event":"(?:startup\.advice|messenger\.subscription\.missing)"/

describe.each([1, 2])('with %i of the service’s processes', (processes) => {
  let bench: Awaited<ReturnType<typeof openCrashBench>>
  let services: ServiceProcess[]
  let office: Office
  let patients: Patient[]

  beforeAll(async () => {
    const stores = await postgresAndRedisStores()
    bench = await openCrashBench(stores, main)
    services = await Promise.all(Array.from({ length: processes }, () => bench.start({ LOG_LEVEL: 'info', MESSENGER_APP_ID: testAppId })))
    office = await openOffice(stores.env.DATABASE_URL ?? '')
    const addresses = services.map(({ baseUrl }) => baseUrl)
    const numbers = await office.invite(PEOPLE + 1, PEOPLE)
    patients = numbers.map((sx, n) => createPatient(`patient-${n}`, sx, bench.graph, addresses))
  }, 240_000)
  afterAll(async () => {
    await office.close()
    await bench.close()
  })

  test('where staff have the conversation when she comes back from the page, the bot stays silent; given back, it goes on', async () => {
    const patient = patients[PEOPLE] as Patient
    await patient.says('can I book')
    await patient.hears('/check/')
    await office.quiet()
    const before = patient.texts()
    await patient.hearsFromStaff('Hello, this is Jane from the office.')
    await office.quiet()
    await patient.saysWhoSheIs()
    await patient.says('yes, done')
    await office.quiet()
    expect(await office.checked()).toHaveLength(1)
    expect(patient.texts()).toEqual(before)
    expect(await office.standing()).toEqual([])

    await patient.goesBackToTheBot()
    await patient.says('yes')
    await patient.hears('Shall I book it for you?')
    await patient.says('stop')
    await patient.hears('All right, I have stopped.')
    await office.quiet()
    expect(patient.texts().slice(before.length).map(opening)).toEqual(['Hello again', 'I can offer you', 'All right, I have stopped'])
  })

  test('forty people book the last forty places at once: each gets one, and hears everything once', async () => {
    const forty = patients.slice(0, PEOPLE)
    await Promise.all(forty.map(books))
    await office.quiet()
    const standing = await office.standing()
    expect(standing).toHaveLength(PEOPLE)
    expect(new Set(standing.map(({ participant_id }) => participant_id)).size).toBe(PEOPLE)
    expect(new Set(standing.map(({ place_id }) => place_id)).size).toBe(PEOPLE)

    for (const { psid, texts } of forty) {
      expect([psid, ...texts().map(opening)]).toEqual([psid, ...HEARD])
      const ids = bench.graph.messagesTo(psid).map(({ metadata }) => metadata)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const told = forty.map(({ texts }) => /You are booked:\n\n(.+)/.exec(texts().join('\n'))?.[1])
    expect(new Set(told).size).toBe(PEOPLE)
    for (const service of services) {
      const lines = service.printed().split('\n')
      expect(lines.filter((line) => /"level":"(?:warn|error)"/.test(line) && !AT_START.test(line))).toEqual([])
      // Whichever was free took them; each had a good part.
      expect(lines.filter((line) => line.includes('"event":"turn.done"')).length).toBeGreaterThan(PEOPLE / 4)
    }
  }, 240_000)
})

async function books(patient: Patient): Promise<void> {
  await patient.says('can I book')
  await patient.saysWhoSheIs()
  await patient.hears('Shall I book it for you?')
  await patient.says('yes')
  await patient.hears('Is there anything that would help you at the visit?')
  await patient.says('no')
  await patient.hears('One last question.')
  await patient.says('no')
  await patient.hears('Allow about half an hour.')
}

const HEARD = [
  'Hello',
  'I can book that for you',
  'Thank you, I know now that it is you',
  'Is there anything that would help you at the visit',
  'One last question',
  'You are booked',
  'On the day, please use no deodorant or talc',
]
const opening = (text: string) => text.split(/[.:?\n]/)[0]
