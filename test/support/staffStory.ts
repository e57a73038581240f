import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { Role } from '../../src/accounts/account.ts'
import { createArgon2Passwords } from '../../src/accounts/argon2Passwords.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { launchChromium } from './chromium.ts'
import { textMessage } from './messengerWebhook.ts'
import { goodPassword } from './staffDoors.ts'
import { eventually, type RunningService, startService } from './startService.ts'
import { createTestRedis } from './testRedis.ts'

type ServiceOptions = Parameters<typeof startService>[0]
type Size = { width?: number; height?: number }

/** The whole service, real browsers for colleagues and for patients, and patients on a stand-in of Messenger. */
export async function openStory(options: ServiceOptions = {}) {
  const redis = await createTestRedis()
  const [service, browser] = await Promise.all([startService({ settings: { REDIS_URL: redis.url }, ...options }), launchChromium()])
  const database = await openPostgres(service.databaseUrl, silentLog)
  const { db } = database
  const hash = await createArgon2Passwords().hash(goodPassword)
  const contexts: BrowserContext[] = []

  async function newPage({ width = 1280, height = 900 }: Size = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height } })
    contexts.push(context)
    return context.newPage()
  }

  return {
    service,
    db,
    newPage,

    async account(firstName: string, roles: Role[] = ['staff']): Promise<{ id: string; email: string; firstName: string }> {
      const email = `${firstName.toLowerCase()}-${randomUUID().slice(0, 8)}@example.org`
      const row = { email, first_name: firstName, roles, password_hash: hash, created_at: new Date() }
      return { ...(await db.insertInto('accounts').values(row).returning(['id', 'email']).executeTakeFirstOrThrow()), firstName }
    },

    /** A browser of her own, in which she has signed in. `at`: of the clock in it, where that is another than the machine's. */
    async signIn({ email }: { email: string }, { at, ...size }: Size & { at?: Date } = {}): Promise<Page> {
      const page = await newPage(size)
      if (at) await page.clock.setFixedTime(at)
      await page.goto(`${service.url}/staff`)
      await page.getByLabel('Email').fill(email)
      await page.getByLabel('Password').fill(goodPassword)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.waitForURL(`${service.url}/staff`)
      return page
    },

    patientOnMessenger: () => patientOnMessenger(service),

    /** A browser with the chat page, which has been greeted. */
    async patientOnWeb(size?: Size): Promise<Page> {
      const page = await newPage(size)
      await page.goto(`${service.url}/chat`)
      await page.getByText('I am the automated assistant').waitFor()
      return page
    },

    /** The conversation with this address, or the newest on the web. */
    async conversation(address?: string): Promise<string> {
      const all = db.selectFrom('conversations').select('id').orderBy('created_at', 'desc')
      const found = address ? all.where('address', '=', address) : all.where('channel', '=', 'directline')
      return (await found.executeTakeFirstOrThrow()).id
    },

    /** Until the bot and the sender have nothing left to do. */
    quiet: () =>
      eventually(async () => {
        const waiting = await db.selectFrom('inbox').where('done_at', 'is', null).select('id').executeTakeFirst()
        const unsent = await db.selectFrom('outbox').where('status', '=', 'pending').select('id').executeTakeFirst()
        const busy = await db.selectFrom('conversations').where('lease_until', 'is not', null).select('id').executeTakeFirst()
        return !waiting && !unsent && !busy
      }, 'everything to be answered'),

    /** For people to look at: PICTURES names a folder. */
    async picture(page: Page, name: string): Promise<void> {
      const folder = process.env.PICTURES
      if (!folder) return
      const size = page.viewportSize()
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
        await page.screenshot({ path: join(folder, `${name}-${width}.png`) })
        await page.screenshot({ path: join(folder, `${name}-${width}-whole.png`), fullPage: true })
      }
      if (size) await page.setViewportSize(size)
    },

    async closePages(): Promise<void> {
      await Promise.all(contexts.splice(0).map((context) => context.close()))
    },

    async close(): Promise<void> {
      await browser.close()
      await service.close()
      await database.close()
    },
  }
}

export type Story = Awaited<ReturnType<typeof openStory>>

function patientOnMessenger(service: RunningService) {
  const psid: string = randomUUID()
  let said = 0
  const texts = () => service.graph.messagesTo(psid).map(({ text = '' }) => text)
  return {
    psid,
    /** What she has got, in order. */
    texts,
    says: (text: string, at: Date | number = Date.now()) => service.meta(textMessage({ psid, mid: `${psid}-${++said}`, text, at })),
    hears: (part: string) =>
      eventually(() => texts().find((text) => text.includes(part)), `“${part}” to her who heard ${JSON.stringify(texts())}`, 20),
    /** The number that Meta gave to a message. */
    mid: (part: string) => service.graph.messagesTo(psid).find(({ text }) => text?.includes(part))?.mid ?? '',
  }
}

export type PatientOnMessenger = ReturnType<typeof patientOnMessenger>

/** The parts of the conversation page. */
export const talk = {
  path: (id: string) => `/staff/conversations/${id}`,
  log: (page: Page) => page.getByRole('log'),
  box: (page: Page) => page.getByLabel(/^Write to/),
  row: (page: Page, id: string) => page.locator(`#q-${id}`),
  take: (page: Page) => page.getByRole('button', { name: /^Take/ }),
  async send(page: Page, text: string): Promise<void> {
    await talk.box(page).fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await eventually(async () => (await talk.box(page).inputValue()) === '', 'the box to be empty')
  },
  /** An entry of the conversation, by what it says. */
  entry: (page: Page, text: string) => page.locator('.talk-entry', { hasText: text }),
  async handBack(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Hand back' }).click()
    await page.waitForURL('**/staff')
  },
}

/** How many wait, by the page's title. */
export async function waitingInTitle(page: Page): Promise<number> {
  return Number(/^\((\d+)\) /.exec(await page.title())?.[1] ?? 0)
}

export const hello = (name: string) => `Hello, my name is ${name}. I am from the Demo Screening Service (invented) team`

export const count = (texts: string[], part: string) => texts.filter((text) => text.includes(part)).length

/** Somebody on Messenger who has asked for a person and left it at that. */
export async function asksForPerson(story: Story) {
  const patient = story.patientOnMessenger()
  await patient.says('could I speak to someone please')
  await patient.hears('A person will answer you here by')
  await patient.says('no thank you')
  await story.quiet()
  const id = await story.conversation(patient.psid)
  return { patient, id, path: story.service.url + talk.path(id) }
}

/** A colleague's browser, in which she has taken the conversation. */
export async function takenBy(
  story: Story,
  colleague: { email: string; firstName: string },
  { path, patient }: Awaited<ReturnType<typeof asksForPerson>>,
): Promise<Page> {
  const page = await story.signIn(colleague)
  await page.goto(path)
  await talk.take(page).click()
  await page.getByText('You have it').waitFor()
  await patient.hears(hello(colleague.firstName))
  return page
}
