import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import restify, { type Server } from 'restify'
import type { Role } from '../../src/accounts/account.ts'
import { createArgon2Passwords } from '../../src/accounts/argon2Passwords.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { startOrganisation } from '../support/organisationStandIn.ts'
import { goodPassword } from '../support/staffDoors.ts'
import { type RunningService, startService } from '../support/startService.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

type Route = { method: 'GET' | 'POST'; path: string }

/** For people who are not signed in. Every other address of the console is closed to them. */
const open = [
  '/staff/sign-in',
  '/staff/sign-in/code',
  '/staff/sign-in/oidc',
  '/staff/sign-in/oidc/callback',
  '/staff/join',
  '/staff/join/password',
]
/** Those that take a form with a file in it, and no other. */
const withFile = ['/admin/imports', '/admin/files/import']
/** For everybody who is signed in, with whatever role. */
const anyRole = /^\/staff\/(account|sign-out)(\/|$)/

let service: RunningService
let organisation: Awaited<ReturnType<typeof startOrganisation>>
let database: Awaited<ReturnType<typeof openPostgres>>
let hash: string
let routes: Route[]
let visitors = 0

beforeAll(async () => {
  const made = jest.spyOn(restify, 'createServer')
  organisation = await startOrganisation(() => `${service.url}/staff/sign-in/oidc/callback`)
  const { issuer, clientId, clientSecret, name } = organisation.settings
  service = await startService({
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name },
  })
  database = await openPostgres(service.databaseUrl, silentLog)
  hash = await createArgon2Passwords().hash(goodPassword)
  routes = routesOf(made.mock.results[0]?.value as Server)
  made.mockRestore()
}, 120_000)
afterAll(async () => {
  await database.close()
  await service.close()
  await organisation.stop()
})

const routesOf = (server: Server): Route[] =>
  Object.values(server.router.getRoutes() as unknown as Record<string, { method: string; path: string }>)
    .map(({ method, path }) => ({ method: method as Route['method'], path }))
    .filter(({ path }) => /^\/(staff|admin)(\/|$)/.test(path))
const closed = () => routes.filter(({ path }) => !open.includes(path))
const roleFor = (path: string): Role => (path.startsWith('/admin') ? 'admin' : 'staff')
const withIds = (path: string, id: string = randomUUID()) => path.replaceAll(/:\w+/g, () => id)
const newVisitor = () => createVisitor(service.url, `203.0.113.${(visitors++ % 250) + 1}`)

async function signedIn(...roles: Role[]): Promise<Visitor> {
  const email = `${randomUUID()}@example.org`
  const row = { email, first_name: 'Ann', roles, password_hash: hash, created_at: new Date() }
  await database.db.insertInto('accounts').values(row).execute()
  const visitor = newVisitor()
  const answer = await visitor.signIn(email, goodPassword)
  if (answer.status !== 303) throw new Error(`Nobody was signed in: ${answer.status}`)
  return visitor
}

const mark = async (visitor: Visitor) => visitor.hidden(await (await visitor.get('/staff/account')).text(), 'mark')

/** The status, with the code of the error. A stream is left as soon as it has begun. */
async function outcome(answer: Response): Promise<string> {
  if (answer.headers.get('Content-Type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel()
    return `${answer.status} stream`
  }
  const text = await answer.text()
  return `${answer.status} ${/"code":"(\w+)"/.exec(text)?.[1] ?? ''}`.trim()
}

/** What every answer of the console has, whatever it is. */
function expectSafe({ method, path }: Route, answer: Response, { set }: Visitor): void {
  const told = { at: `${method} ${path}`, status: answer.status }
  expect({
    ...told,
    caching: answer.headers.get('Cache-Control'),
    policy: answer.headers.get('Content-Security-Policy'),
    sniffing: answer.headers.get('X-Content-Type-Options'),
    referrer: answer.headers.get('Referrer-Policy'),
    server: answer.headers.get('Server'),
  }).toEqual({
    ...told,
    caching: 'no-store',
    policy: expect.stringMatching(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/),
    sniffing: 'nosniff',
    referrer: 'no-referrer',
    server: null,
  })
  for (const line of set) expect(line).toMatch(/^[\w-]+=[\w.-]*; Path=\/; HttpOnly; SameSite=Lax(; Max-Age=\d+)?$/)
}

const json = { Accept: 'application/json' }

async function ask(visitor: Visitor, route: Route, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const path = withIds(route.path)
  const post = withFile.includes(route.path) ? visitor.postFile : visitor.post
  const answer = route.method === 'GET' ? await visitor.get(path, headers) : await post(path, fields, headers)
  expectSafe(route, answer, visitor)
  return answer
}

test('the running service has the console’s routes, and those that are open are all there', () => {
  expect(routes.length).toBeGreaterThan(50)
  expect(new Set(routes.map(({ method }) => method))).toEqual(new Set(['GET', 'POST']))
  expect(open.filter((path) => !routes.some((route) => route.path === path))).toEqual([])
})

describe('every address of the console', () => {
  test('sends who is not signed in to the sign-in page, and refuses a script', async () => {
    for (const cookie of [undefined, 'x', 'A'.repeat(43)]) {
      const nobody = newVisitor()
      if (cookie) nobody.cookies.set('staff', cookie)
      for (const route of closed()) {
        const page = await ask(nobody, route)
        expect([route, nobody.to(page)]).toEqual([route, expect.stringMatching(/^303 \/staff\/sign-in\?next=%2F(staff|admin)/)])
        expect([route, await outcome(await ask(nobody, route, {}, json))]).toEqual([route, '401 SIGN_IN_NEEDED'])
      }
    }
  })

  test('takes nothing that was not sent from a form of the same session', async () => {
    const [hers, theirs] = [await signedIn('staff', 'admin'), await signedIn('staff', 'admin')]
    const nobody = newVisitor()
    const signInMark = nobody.hidden(await (await nobody.get('/staff/sign-in')).text(), 'mark')
    const [own, anothers] = [await mark(hers), await mark(theirs)]
    const forged = { none: {}, empty: { mark: '' }, made: { mark: own.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) } }
    const tries = { ...forged, anothers: { mark: anothers }, ofSigningIn: { mark: signInMark } }
    const before = await database.db.selectFrom('audit_log').select('id').execute()
    for (const route of closed().filter(({ method }) => method === 'POST')) {
      for (const [name, fields] of Object.entries(tries))
        expect([route, name, await outcome(await ask(hers, route, fields, json))]).toEqual([route, name, '403 FORM_NOT_OURS'])
      const elsewhere = await ask(hers, route, { mark: own }, { ...json, 'Sec-Fetch-Site': 'cross-site' })
      expect([route, await outcome(elsewhere)]).toEqual([route, '403 FORM_NOT_OURS'])
    }
    expect(await mark(hers)).toBe(own)
    expect(await database.db.selectFrom('audit_log').select('id').execute()).toHaveLength(before.length)
  })

  test('is for those who have its role', async () => {
    for (const role of ['staff', 'admin'] as const) {
      const visitor = await signedIn(role)
      const own = await mark(visitor)
      for (const route of closed().filter(({ path }) => roleFor(path) !== role && !anyRole.test(path)))
        expect([route, await outcome(await ask(visitor, route, { mark: own }, json))]).toEqual([route, '403 NOT_ALLOWED'])
    }
  })

  test('refuses what does not exist, plainly', async () => {
    const bad = ['0', '1', '-1', '99999999999999999999', "x'--", '%00', '%F0%9F%92%A9', '..%2f..%2fadmin', 'a'.repeat(300), randomUUID()]
    for (const { method, path } of closed().filter(({ path }) => path.includes(':'))) {
      const visitor = await signedIn('staff', 'admin')
      const own = await mark(visitor)
      for (const id of bad) {
        const at = withIds(path, id)
        const answer =
          method === 'GET' ? await visitor.get(at) : await visitor.post(at, { mark: own, key: randomUUID(), text: 'x', why: 'x' })
        const { status } = answer
        expect({ method, at, status }).toEqual({ method, at, status: expect.any(Number) })
        expect([method, at, status >= 400 && status < 500]).toEqual([method, at, true])
        const text = await answer.text()
        expect(text).not.toMatch(/node_modules|\bat \S+\.ts|postgres|syntax|Go to the chat/i)
        if (status !== 414 && status !== 400) expectSafe({ method, path: at }, answer, visitor)
      }
    }
  }, 180_000)

  test('answers who may come, and never with a failure', async () => {
    let visitor = await signedIn('staff', 'admin')
    for (const route of closed()) {
      if (!visitor.cookies.get('staff')) visitor = await signedIn('staff', 'admin')
      const answer = await ask(visitor, route, { mark: await mark(visitor) })
      expect([route, (await outcome(answer)) < '5']).toEqual([route, true])
    }
    expect(service.logged.filter(({ level }) => level === 'error')).toEqual([])
  }, 120_000)
})

describe('the doors', () => {
  test('take nothing from another site or without a mark', async () => {
    for (const route of routes.filter(({ path, method }) => method === 'POST' && open.includes(path))) {
      const nobody = newVisitor()
      const bare = await ask(nobody, route, { email: 'a@example.org', password: 'x', code: 'x' })
      expect([route, bare.status]).toEqual([route, 403])
      const form = nobody.hidden(await (await nobody.get('/staff/sign-in')).text(), 'mark')
      const elsewhere = await ask(nobody, route, { mark: form, code: 'x' }, { ...json, 'Sec-Fetch-Site': 'cross-site' })
      expect([route, await outcome(elsewhere)]).toEqual([route, '403 FORM_NOT_OURS'])
    }
  })

  test('give a new session at each sign-in, whatever the browser came with', async () => {
    const planted = 'A'.repeat(43)
    const email = `${randomUUID()}@example.org`
    const row = { email, first_name: 'Ann', roles: ['staff'], password_hash: hash, created_at: new Date() }
    await database.db.insertInto('accounts').values(row).execute()
    const visitor = newVisitor()
    visitor.cookies.set('staff', planted)
    await visitor.signIn(email, goodPassword)
    const first = visitor.cookies.get('staff')
    expect(first).not.toBe(planted)
    const other = newVisitor()
    other.cookies.set('staff', planted)
    expect((await other.get('/staff')).status).toBe(303)
    const again = newVisitor()
    await again.signIn(email, goodPassword)
    expect(again.cookies.get('staff')).not.toBe(first)
  })
})
