import { type Kysely, sql } from 'kysely'
import { DateTime } from 'luxon'
import { importClinics } from '../../src/booking/import/importClinics.ts'
import { importParticipants } from '../../src/booking/import/importParticipants.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import type { Tables } from '../../src/storage/postgres/tables.ts'
import { testAppId } from './graphPage.ts'
import type { GraphStandIn } from './graphStandIn.ts'
import { testSecrets } from './messengerSettings.ts'
import { echo, passThreadControl, postWebhook, textMessage, webhookBody } from './messengerWebhook.ts'
import { eventually } from './startService.ts'

/** Days of the van, which share the places. */
const DAYS = 2
/** When all of them were born. */
const BORN = '1962-07-08'
/** What Meta's own inbox calls itself. */
const PAGE_INBOX = 263902037430900

/** The office of a service that runs. */
export async function openOffice(databaseUrl: string) {
  const { db, close } = await openPostgres(databaseUrl, silentLog)

  return {
    db,
    /** So many women, for so many places. Returns each woman's number. */
    async invite(women: number, places: number): Promise<string[]> {
      const numbers = Array.from({ length: women }, (_, n) => `TST${200_000 + n}`)
      const clinics = await importClinics({ db, clock: systemClock }, [vanFor(places)])
      const rows = numbers.map((sx, n) => `${sx},Woman ${n} Example,${BORN},07700 900${String(n).padStart(3, '0')}`)
      const sealer = createSealer([testSecrets.secretKey])
      const csv = `sx_number,name,date_of_birth,mobile\n${rows.join('\n')}\n`
      const people = await importParticipants({ db, sealer, clock: systemClock }, [csv])
      for (const outcome of [clinics, people]) if (outcome.kind !== 'imported') throw new Error(JSON.stringify(outcome))
      return numbers
    },
    /** All appointments that stand, by person. */
    standing: () => standing(db),
    /** What came in of people who were at the page. */
    checked: () =>
      db.selectFrom('inbox').where('event_key', 'like', 'check:%').where('done_at', 'is not', null).select('outcome').execute(),
    /** Until nothing that came in waits for an answer. */
    quiet: () =>
      eventually(
        async () => (await sql`select from inbox where done_at is null`.execute(db)).rows.length === 0,
        'everything to be answered',
        SLOW_SECONDS,
      ),
    close,
  }
}

/** Forty people at once, and whatever else the machine does. */
const SLOW_SECONDS = 60

export type Office = Awaited<ReturnType<typeof openOffice>>

function vanFor(places: number): string {
  const days = Array.from({ length: DAYS }, (_, n) =>
    DateTime.utc()
      .plus({ days: 8 + n })
      .toISODate(),
  )
  const times = Array.from({ length: places / DAYS }, (_, n) =>
    DateTime.utc(2026, 1, 1, 9)
      .plus({ minutes: 8 * n })
      .toFormat('HH:mm'),
  )
  const rows = days.map((day) => `VAN,Van,van,V-${day},${day},${times.join(';')},8`)
  return `site,site_name,site_kind,clinic,date,times,slot_minutes\n${rows.join('\n')}\n`
}

const standing = (db: Kysely<Tables>) =>
  db.selectFrom('appointments').where('status', 'in', ['asked', 'booked', 'confirmed']).select(['participant_id', 'place_id']).execute()

/** Somebody on Messenger who wants an appointment. `addresses`: the processes of the service; Meta tells each of everything, as it may. */
export function createPatient(psid: string, sx: string, graph: GraphStandIn, addresses: string[]) {
  let said = 0
  const texts = () => graph.messagesTo(psid).map(({ text = '' }) => text)
  const tell = async (item: unknown) => {
    await Promise.all(
      addresses.map(async (address) => {
        const answer = () => postWebhook(address, testSecrets.appSecret, webhookBody([item]))
        // What a busy service does not take Meta sends again.
        await eventually(async () => (await answer()).status === 200, 'the webhook to take it', SLOW_SECONDS)
      }),
    )
  }
  const hears = (part: string) =>
    eventually(
      () => texts().find((text) => text.includes(part)),
      `"${part}" to ${psid}, who heard ${JSON.stringify(texts())}`,
      SLOW_SECONDS,
    )

  return {
    psid,
    texts,
    hears,
    says: (text: string) => tell(textMessage({ psid, mid: `${psid}-${++said}`, text })),
    /** Somebody of the office answers in Meta's own inbox. */
    hearsFromStaff: (text: string) => tell(echo({ psid, mid: `${psid}-staff-${++said}`, text, appId: PAGE_INBOX })),
    /** The office gives the conversation back to the bot. */
    goesBackToTheBot: () => tell(passThreadControl({ psid, newOwner: testAppId })),
    /** Opens the link that she was sent, fills in the page and sends it. */
    async saysWhoSheIs(): Promise<void> {
      const token = /\/check\/([\w-]+)/.exec(await hears('/check/'))?.[1]
      const page = `${addresses.at(-1)}/check/${token}`
      const mark = /name="mark" value="([^"]+)"/.exec(await (await fetch(page)).text())?.[1] ?? ''
      const [year = '', month = '', day = ''] = BORN.split('-')
      const body = new URLSearchParams({ mark, number: sx.toLowerCase(), day, month, year })
      const answer = await fetch(page, { method: 'POST', body, redirect: 'manual' })
      if (answer.status !== 303) throw new Error(`The page answered ${answer.status}.`)
    },
  }
}

export type Patient = ReturnType<typeof createPatient>
