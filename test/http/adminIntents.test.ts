import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { DateTime } from 'luxon'
import { parse } from 'yaml'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { LONGEST_FORM } from '../../src/consoles/staff/visit.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openTestPostgres } from '../support/databases.ts'
import { formFields } from '../support/formFields.ts'
import { hearMessages } from '../support/heardMessages.ts'
import { startIntentPages } from '../support/intentPages.ts'

type Pages = Awaited<ReturnType<typeof startIntentPages>>
type Colleague = Awaited<ReturnType<Pages['colleague']>>

let pages: Pages
let database: Database
let close: () => Promise<void>
let [ann, bea, sam]: Colleague[] = []

beforeAll(async () => {
  const opened = await openTestPostgres()
  ;({ database, close } = opened)
  pages = await startIntentPages(database)
  ;[ann, bea, sam] = await Promise.all([pages.colleague('Ann', ['admin']), pages.colleague('Bea', ['admin']), pages.colleague('Sam')])
}, 60_000)
afterAll(async () => {
  await pages.stop()
  await close()
})
beforeEach(() => sql`truncate content_draft_files`.execute(database.db))

const get = (path: string, of = ann) =>
  fetch(`${pages.url}${path}`, { headers: { accept: 'text/html', cookie: `as=${of?.id}` }, redirect: 'manual' })
const html = async (path: string, of = ann) => (await get(path, of)).text()
const post = (path: string, fields: Record<string, string>, of = ann) =>
  fetch(`${pages.url}${path}`, {
    method: 'POST',
    headers: { accept: 'text/html', cookie: `as=${of?.id}` },
    body: new URLSearchParams({ ...fields, mark: of?.mark ?? '' }),
    redirect: 'manual',
  })

const draft = () =>
  createPostgresDraft({
    db: database.db,
    folder: async () => pages.live,
    auditIn: (on) => createPostgresAudit(on, systemClock),
    clock: systemClock,
  })
const yamlOf = async (path: string) => (await draft().state()).draft.find((file) => file.path === path)?.yaml
const liveYaml = (path: string) => pages.live.find((file) => file.path === path)?.yaml

const path = '/admin/intents/does_it_hurt'
const file = 'breast/does_it_hurt.yaml'
/** The form of an intent's page, with some fields typed over. */
const formOf = async (address = path, changes: Record<string, string> = {}, of = ann) => ({
  ...formFields(await html(address, of), 'intent-form'),
  ...changes,
})
const save = async (changes: Record<string, string>, of = ann, address = path) => post(address, await formOf(address, changes, of), of)
const moreLines = async (...lines: string[]) => ({ utterances: [(await formOf()).utterances, ...lines].join('\r\n') })

test('the longest intent of the pack can be edited, and one with some thousand messages; what is longer is refused', async () => {
  const longest = '/admin/intents/off_topic'
  expect(String(liveYaml('general/off_topic.yaml')).length).toBe(Math.max(...pages.live.map(({ yaml }) => yaml.length)))
  expect((await save({ title: 'Just talking' }, ann, longest)).status).toBe(303)
  expect(await yamlOf('general/off_topic.yaml')).toContain('title: Just talking')
  const form = await formOf(longest)
  const rest = LONGEST_FORM - new URLSearchParams({ ...form, mark: ann?.mark ?? '' }).toString().length
  expect((await post(longest, { ...form, notAField: 'x'.repeat(rest - '&notAField='.length) })).status).toBe(303)
  expect((await post(longest, { ...form, notAField: 'x'.repeat(rest - '&notAField='.length + 1) })).status).toBe(413)
})

test('the pages are for admins', async () => {
  for (const address of ['/admin', '/admin/intents', '/admin/intents/new', path, `${path}/take-out`, `${path}/languages/pl`])
    expect((await get(address, sam)).status).toBe(403)
  expect((await post(`${path}/advice`, {}, sam)).status).toBe(403)
  expect((await get('/admin')).headers.get('location')).toBe('/admin/intents')
})

describe('the list', () => {
  const titles = (page: string) => [...page.matchAll(/class="intent-row__title"[^>]*>([^<]*)</g)].map(([, title]) => title)

  test('shows every intent, with what the draft makes of it', async () => {
    await save({ title: 'Is it painful?' })
    const page = await html('/admin/intents')
    expect(titles(page).length).toBe(pages.live.filter(({ path: at }) => !/^(guides|languages|texts)\//.test(at)).length)
    expect(page).toMatch(/Is it painful\?<\/a> <strong[^>]*>Changed</)
  })

  test('is found by words, programme and state', async () => {
    expect(titles(await html('/admin/intents?q=squash'))).toContain('Does it hurt?')
    expect(titles(await html('/admin/intents?q=squash&programme=bowel'))).toEqual([])
    expect(titles(await html('/admin/intents?state=safety'))).toEqual(expect.arrayContaining(['Talk to a person']))
    expect(titles(await html('/admin/intents?state=changed'))).toEqual([])
  })

  test('says how often each was used', async () => {
    const lately = DateTime.utc().minus({ days: 29 }).toISO()
    const longAgo = DateTime.utc().minus({ days: 31 }).toISO()
    await hearMessages(database.db, [
      { at: lately, kind: 'answered', intents: ['does_it_hurt'] },
      { at: lately, kind: 'answered', intents: ['does_it_hurt', 'what_to_wear'] },
      { at: lately, kind: 'unsure', intents: ['does_it_hurt'] },
      { at: longAgo, kind: 'answered', intents: ['does_it_hurt'] },
    ])
    const row = (await html('/admin/intents?q=squash')).split('<tr').find((one) => one.includes('Does it hurt?')) ?? ''
    expect(row).toMatch(/<span>2</)
  })
})

describe('an intent', () => {
  test('that is sent as it was opened is not changed', async () => {
    const saved = await save({})
    expect(saved.headers.get('location')).toBe(`${path}?done=same`)
    expect((await draft().state()).changes).toEqual([])
  })

  test('is saved in the draft, with one line in the audit log, and nothing else is changed', async () => {
    const log = () => database.db.selectFrom('audit_log').select(['action', 'subject_id']).orderBy('id').execute()
    const earlier = (await log()).length
    const saved = await save({ text: 'It may hurt.\r\n\r\nTell us.', owner: 'Nurses' })
    expect(saved.headers.get('location')).toBe(`${path}?done=kept`)
    const [before, after] = [parse(liveYaml(file) ?? ''), parse((await yamlOf(file)) ?? '')]
    expect(after).toEqual({ ...before, owner: 'Nurses', answer: { ...before.answer, text: 'It may hurt.\n\nTell us.' } })
    expect((await log()).slice(earlier)).toEqual([{ action: 'draft.changed', subject_id: file }])
    expect(await html(path)).toContain('Changed in the draft by Ann')
  })

  test('is discarded', async () => {
    await save({ title: 'Is it painful?' })
    await post(`${path}/discard`, formFields(await html(path)))
    expect((await draft().state()).changes).toEqual([])
  })

  test.each([
    [{ title: 'A title that is far too long' }, 'The title can have at most 20 characters. It has 28'],
    [{ title: '' }, 'Enter a title'],
    [{ title: 'WHAT HAPPENS?' }, 'has this title already'],
    [{ text: 'x'.repeat(641) }, 'The answer can have at most 640 characters. It has 641'],
    [{ text: 'Ring {{telefone}}.' }, '{{telefone}} is not a fact of the service'],
    [{ more: 'x'.repeat(1901) }, 'The longer part can have at most 1900 characters. It has 1901'],
    [{ linkTitle: 'More', linkUrl: 'http://example.org' }, 'Enter an address that begins with https://'],
    [{ utterances: 'one\r\ntwo' }, 'Enter at least 5 examples, a line each. There are 2'],
    [{ followUp1: 'does_it_hurt' }, 'this one has just been answered'],
    [{ followUp2: 'pain_relief' }, 'Choose each question once'],
    [{ reviewBy: '2020-01-01' }, 'It must be reviewed again after'],
    [{ reviewBy: 'soon' }, 'Enter the day by which it is reviewed again'],
    [{ control: '' }, 'Enter what she can ask for and decide'],
    [{ programme: 'teeth' }, 'Choose a programme'],
  ])('with %o is not saved; what was typed stays', async (changes, expected) => {
    const refused = await save(changes)
    expect(refused.status).toBe(400)
    const page = await refused.text()
    expect(page.replaceAll('&#39;', "'")).toContain(expected)
    const [[name = '', value = '']] = Object.entries(changes) as [[string, string]]
    if (!/^(followUp|programme)/.test(name)) expect(formFields(page, 'intent-form')[name]).toBe(value.replaceAll('\r\n', '\n'))
    expect((await draft().state()).changes).toEqual([])
  })

  test.each([
    ['I have found a lump in my breast', 'is for the safety replies: it sounds like a symptom'],
    ['I want to kill myself', 'is for the safety replies: it sounds like somebody in crisis'],
    ['ring me on 07700 900123', 'may tell who somebody is'],
    ['what shall i wear', undefined],
  ])('may not learn every example: "%s"', async (line, expected) => {
    const answered = await save(await moreLines(line))
    expect(answered.status).toBe(expected ? 400 : 303)
    if (expected) expect(await answered.text()).toContain(expected)
  })

  test('may not learn what means something else already', async () => {
    const wear = parse(liveYaml('breast/what_to_wear.yaml') ?? '').utterances[0]
    const page = await (await save(await moreLines(wear.toUpperCase()))).text()
    expect(page).toContain('is an example of “What do I wear?” already')
  })

  test('moves with its programme', async () => {
    await save({ programme: 'general' })
    expect(await yamlOf(file)).toBeUndefined()
    expect(parse((await yamlOf('general/does_it_hurt.yaml')) ?? '').programme).toBe('general')
    await post(`${path}/discard`, formFields(await html(path)))
    expect((await draft().state()).changes).toEqual([])
  })

  test('with a form that says nothing of what it began with, or something else, is refused', async () => {
    expect((await save({ was: 'nonsense' })).status).toBe(400)
  })

  test('that does not exist is not found', async () => {
    expect((await get('/admin/intents/nowhere')).status).toBe(404)
    expect((await post('/admin/intents/nowhere/advice', {})).status).toBe(404)
    expect((await post('/admin/intents/No-id', { title: 'x' })).status).toBe(404)
  })
})

describe('a new intent', () => {
  const fields = {
    title: 'Parking permit',
    asked: 'Do I need a permit to park?',
    programme: 'general',
    utterances:
      'do I need a permit\nis there a permit for the car park\npermit?\nwhere do I get a parking permit\npermit for parking please',
    text: 'You need no permit.',
    sourceName: 'The service’s own facts',
    reviewed: '2026-11-21',
    reviewBy: '2027-11-21',
  }

  test('is named after its title, and is taken away by discarding it', async () => {
    const made = await post('/admin/intents/new', await formOf('/admin/intents/new', fields))
    expect(made.headers.get('location')).toBe('/admin/intents/parking_permit?done=kept')
    expect(parse((await yamlOf('general/parking_permit.yaml')) ?? '').utterances).toHaveLength(5)
    await save({ followUp4: 'parking_permit' })
    await post('/admin/intents/parking_permit/discard', formFields(await html('/admin/intents/parking_permit')))
    expect((await draft().state()).changes).toEqual([])
  })

  test('without an answer is not made', async () => {
    const refused = await post('/admin/intents/new', await formOf('/admin/intents/new', { ...fields, text: '' }))
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('Enter the answer')
    expect((await draft().state()).changes).toEqual([])
  })

  test('that somebody else discards meanwhile is not lost', async () => {
    await post('/admin/intents/new', await formOf('/admin/intents/new', fields))
    const address = '/admin/intents/parking_permit'
    const mine = await formOf(address, { text: 'My words.' })
    await post(`${address}/discard`, formFields(await html(address, bea)), bea)
    const told = await post(address, mine)
    expect(told.status).toBe(409)
    const page = await told.text()
    expect(page).toContain('Somebody else has taken it out meanwhile')
    const again = await post(address, formFields(page, 'intent-form'))
    expect(again.headers.get('location')).toBe(`${address}?done=kept`)
    expect(parse((await yamlOf('general/parking_permit.yaml')) ?? '').answer.text).toBe('My words.')
  })
})

describe('taking out', () => {
  const takeOut = async (of = ann) => post(`${path}/take-out`, formFields(await html(`${path}/take-out`, of)), of)

  test('takes the intent off the questions that others offer, and it can be put back', async () => {
    expect(await html(`${path}/take-out`)).toContain('and will not be any more')
    await takeOut()
    const { draft: files, changes } = await draft().state()
    expect(files.some(({ yaml }) => /- does_it_hurt$/m.test(yaml))).toBe(false)
    expect(changes.length).toBeGreaterThan(1)
    expect(await html(path)).toContain('Put it back')
    await post(`${path}/discard`, formFields(await html(path)))
    expect(await yamlOf(file)).toBe(liveYaml(file))
  })

  test('is not done to what somebody else has changed since it was looked at', async () => {
    const seen = formFields(await html(`${path}/take-out`))
    await save({ title: 'Is it painful?' }, bea)
    expect((await post(`${path}/take-out`, seen)).headers.get('location')).toBe(`${path}?done=changedMeanwhile`)
    expect(await yamlOf(file)).toContain('Is it painful?')
  })
})

describe('a safety intent', () => {
  const safety = '/admin/intents/recalled_worried'

  test('says that two people must approve, and cannot be taken out', async () => {
    const page = await html(safety)
    expect(page).toContain('This is a safety answer.')
    expect(page).not.toContain('take-out')
    expect((await get(`${safety}/take-out`)).status).toBe(303)
    expect((await post(`${safety}/take-out`, { was: formFields(page).was ?? '' })).status).toBe(403)
  })

  test.each([
    [{ person: 'offered' }, 'cannot be switched off'],
    [{ meets: '', control: '' }, 'cannot be switched off'],
    [{ text: '' }, 'Enter the answer'],
    [{ programme: 'general' }, 'stays with its programme'],
  ])('cannot be weakened: %o', async (changes, expected) => {
    const refused = await save(changes as Record<string, string>, ann, safety)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain(expected)
  })

  test('can be reworded', async () => {
    expect((await save({ text: 'Being called back is frightening.' }, ann, safety)).status).toBe(303)
  })
})

describe('two who edit the same intent at once', () => {
  test('both keep what only they have changed', async () => {
    const mine = await formOf(path, { title: 'Is it painful?', ...(await moreLines('does the squeezing smart')) })
    await save({ owner: 'Nurses', ...(await moreLines('will I feel much')) }, bea)
    expect((await post(path, mine)).status).toBe(303)
    const { title, owner, utterances } = parse((await yamlOf(file)) ?? '')
    expect({ title, owner }).toEqual({ title: 'Is it painful?', owner: 'Nurses' })
    expect(utterances).toEqual(expect.arrayContaining(['does the squeezing smart', 'will I feel much']))
    expect(await html(path)).toContain('Changed in the draft by Bea, Ann')
  })

  test('see both texts where both have changed the same, and nothing is lost', async () => {
    const mine = await formOf(path, { text: 'My answer.', title: 'Is it painful?' })
    await save({ text: 'Her answer.', owner: 'Nurses' }, bea)
    const told = await post(path, mine)
    expect(told.status).toBe(409)
    const page = await told.text()
    expect(page).toContain('Bea has changed the same as you meanwhile')
    expect(page).toContain('Her answer.')
    expect(formFields(page).text).toBe('My answer.')
    expect(parse((await yamlOf(file)) ?? '').answer.text).toBe('Her answer.')

    const chosen = { ...formFields(page), text: 'Both our answers.' }
    expect((await post(path, chosen)).status).toBe(303)
    const { title, owner, answer } = parse((await yamlOf(file)) ?? '')
    expect([title, owner, answer.text]).toEqual(['Is it painful?', 'Nurses', 'Both our answers.'])
  })

  test('may take the other’s text', async () => {
    const mine = await formOf(path, { text: 'My answer.', title: 'Is it painful?' })
    await save({ text: 'Her answer.' }, bea)
    const page = await (await post(path, mine)).text()
    await post(path, { ...formFields(page), 'take.text': 'theirs' })
    const { title, answer } = parse((await yamlOf(file)) ?? '')
    expect([title, answer.text]).toEqual(['Is it painful?', 'Her answer.'])
  })

  test('are asked again where a third has changed it while she chose', async () => {
    const mine = await formOf(path, { text: 'My answer.' })
    await save({ text: 'Her answer.' }, bea)
    const page = await (await post(path, mine)).text()
    await save({ text: 'Her second answer.' }, bea)
    const again = await post(path, formFields(page))
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('Her second answer.')
  })

  test('lose nothing where one discards and another edits anew', async () => {
    await save({ text: 'First.' }, bea)
    const mine = await formOf(path, { text: 'Mine.' })
    await post(`${path}/discard`, formFields(await html(path, bea)), bea)
    await save({ text: 'Second.' }, bea)
    const told = await post(path, mine)
    expect(told.status).toBe(409)
    expect(await told.text()).toContain('Second.')
  })

  test('ten at once: every one’s example is there', async () => {
    const forms = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => formOf(path, await moreLines(`will number ${n} on the list be sore`))),
    )
    const saved = await Promise.all(forms.map((form) => post(path, form)))
    const refused = saved.filter(({ status }) => status !== 303).length
    const { utterances } = parse((await yamlOf(file)) ?? '')
    const kept = utterances.filter((line: string) => line.startsWith('will number')).length
    expect(kept + refused).toBe(10)
    expect(refused).toBe(0)
  })
})

describe('another language', () => {
  const polish = `${path}/languages/pl`

  test('that a speaker has read is open again with new words, and that is said', async () => {
    await post(polish, { ...formFields(await html(polish)), 'language.pl': 'Może boleć.', 'languageCheck.pl': 'done' })
    const read = formFields(await html(polish))
    expect(read['languageCheck.pl']).toBe('done')
    const saved = await post(polish, { ...read, 'language.pl': 'Trochę boli.' })
    expect(saved.headers.get('location')).toBe(`${path}?done=reopened`)
    expect(await html(`${path}?done=reopened`)).toContain('their native check is open again')
    expect(formFields(await html(polish))).toMatchObject({ 'language.pl': 'Trochę boli.', 'languageCheck.pl': 'awaiting' })
  })

  test('is added, and listed beside the answer', async () => {
    const page = await html(polish)
    const fields = formFields(page)
    expect(fields['languageCheck.pl']).toBe('awaiting')
    const saved = await post(polish, { ...fields, 'language.pl': 'Może boleć.' })
    expect(saved.headers.get('location')).toBe(`${path}?done=kept`)
    expect(parse((await yamlOf(file)) ?? '').answer.languages).toEqual({ pl: { text: 'Może boleć.', nativeCheck: 'awaiting' } })
    expect(await html(path)).toContain('no speaker has read it')
  })

  test('that is too long is not saved', async () => {
    const refused = await post(polish, { ...formFields(await html(polish)), 'language.pl': 'ą'.repeat(641) })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('at most 640 characters. It has 641')
  })

  test('that the pack does not have is not found', async () => {
    expect((await get(`${path}/languages/xx`)).status).toBe(404)
  })
})

describe('advice while somebody types', () => {
  const advice = async (changes: Record<string, string>) => (await post(`${path}/advice`, await formOf(path, changes))).text()

  test('says what must be put right, and saves nothing', async () => {
    expect(await advice({ text: 'x'.repeat(700) })).toContain('at most 640 characters. It has 700')
    expect(await advice(await moreLines('I want to kill myself'))).toContain('it sounds like somebody in crisis')
    expect((await draft().state()).changes).toEqual([])
  })

  test('says that the bot would take an example for something else today', async () => {
    const said = await advice(await moreLines('can I park my car near the van'))
    expect(said).toMatch(/“can I park my car near the van” is answered today with\s+<a href="\/admin\/intents\/find_location_parking"/)
  })

  test('says that an example is of another intent already but for signs', async () => {
    const wear = parse(liveYaml('breast/what_to_wear.yaml') ?? '').utterances[0]
    expect(await advice(await moreLines(`${wear}  `.replace(/ /g, '  ')))).toContain('says the same as an example of')
  })

  test('says that a text is hard to read', async () => {
    const hard = 'Participation necessitates individual consideration of considerable uncertainties regarding overdiagnosis.'
    expect(await advice({ text: hard })).toMatch(/It reads like a text for people of \d\d/)
    expect(await advice({ text: `${'word '.repeat(26)}.` })).toContain('Its longest sentence has 26 words')
  })

  test('shows the answer as Messenger and the web chat do, with the facts filled in', async () => {
    const said = await advice({ text: 'Ring {{phone}}.', easyRead: 'It can hurt.' })
    expect(said).toContain('Ring 01632 960 001.')
    for (const words of ['Messenger', 'In the web chat', 'Tell me more', 'Easy words', 'After “Easy words”', 'It can hurt.'])
      expect(said).toContain(words)
  })

  test('comes with "Check" too, where there is no script', async () => {
    const page = await (await save({ text: 'x'.repeat(700), act: 'check' })).text()
    expect(page).toContain('Put right before you save')
    expect(formFields(page, 'intent-form').text).toBe('x'.repeat(700))
    expect((await draft().state()).changes).toEqual([])
  })
})
