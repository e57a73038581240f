import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { wordsFileWith } from '../../src/content/wordsFile.ts'
import { databases } from '../support/databases.ts'
import { startTextPages, type TextPages } from '../support/textPages.ts'

type Colleague = Awaited<ReturnType<TextPages['colleague']>>

let pages: TextPages
let close: () => Promise<void>
let ann: Colleague
let bea: Colleague

beforeAll(async () => {
  const [, open] = databases[0] ?? []
  const opened = await open?.()
  if (!opened) throw new Error('There is no database.')
  close = opened.close
  pages = await startTextPages(opened.database)
  ann = await pages.colleague('Ann', ['admin'])
  bea = await pages.colleague('Bea', ['admin'])
})
afterAll(async () => {
  await pages.stop()
  await close()
})
beforeEach(() => pages.forget())

const headersOf = ({ cookie }: Colleague) => ({ cookie: `${cookie.name}=${cookie.value}`, accept: 'text/html', origin: pages.url })

async function get(who: Colleague, path: string) {
  const response = await fetch(pages.url + path, { headers: headersOf(who), redirect: 'manual' })
  return { status: response.status, html: await response.text() }
}

/** What the form of a page holds, as a browser would send it. */
function fieldsIn(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('words-form'))
  const plain = (text: string) =>
    text
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replace(/&(quot|lt|gt|amp);/g, (_, name: string) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name] ?? '')
  const inputs = [...form.matchAll(/<input [^>]*>/g)].flatMap(([tag]) => {
    if (/type="radio"/.test(tag) && !/ checked/.test(tag)) return []
    return [[/name="([^"]*)"/.exec(tag)?.[1] ?? '', plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '')]]
  })
  const areas = [...form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name = '', text = '']) => [
    name,
    plain(text).replaceAll('\n', '\r\n'),
  ])
  return Object.fromEntries([...inputs, ...areas])
}

const formOf = async (who: Colleague, path: string) => fieldsIn((await get(who, path)).html)

async function send(who: Colleague, path: string, fields: Record<string, string>) {
  const response = await fetch(pages.url + path, {
    method: 'POST',
    headers: { ...headersOf(who), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}

async function save(who: Colleague, path: string, changes: Record<string, string>) {
  return send(who, path, { ...(await formOf(who, path)), ...changes })
}

const EMERGENCY = '/admin/texts/emergency'
const words = 'Call 999 now. Please do not drive. I am a computer program and cannot send help.'

describe('fixed texts', () => {
  test.each(['texts/emergency.yaml', 'texts/greeting.yaml', 'texts/symptom_lung.yaml', 'texts/quiet.yaml', 'languages/ur.yaml'])(
    'an unchanged form of %s changes nothing',
    async (path) => {
      const before = await pages.yamlOf(path)
      const address = `/admin/${path.replace('.yaml', '')}`
      expect(await save(ann, address, {})).toMatchObject({ status: 303, to: `${address}?done=same` })
      expect(await pages.yamlOf(path)).toBe(before)
      expect((await pages.draft.state()).changes).toEqual([])
    },
  )

  test('a new wording is in the draft, and nothing else of the file is another', async () => {
    const before = await pages.yamlOf('texts/emergency.yaml')
    expect(await save(ann, EMERGENCY, { text: words })).toMatchObject({ status: 303, to: `${EMERGENCY}?done=kept` })
    const after = await pages.yamlOf('texts/emergency.yaml')
    expect(after).toBe(wordsFileWith(before, { text: words }))
    expect(await pages.faults()).toEqual([])
    expect((await pages.audited()).at(-1)).toMatchObject({ action: 'draft.changed', by: 'Ann', id: 'texts/emergency.yaml' })
    expect((await get(bea, '/admin/texts')).html).toContain('Changed by Ann, not yet published')
  })

  test.each([
    ['emptied', { text: '' }, 'Text must be filled in'],
    ['without the number', { text: 'Ring us. Do not drive.' }, 'Text must say 999, the number for emergencies'],
    ['too long', { text: `999 do not drive ${'x'.repeat(700)}` }, 'Text can have at most 640 characters. It has 717'],
    ['naming a fact', { text: `${words} {{phone}}` }, 'Text must not name {{phone}}'],
    ['emptied in a language of the gate', { 'languages.pl.text': '' }, 'Text in Polish must be there'],
    ['without the number in a language', { 'languages.pl.text': 'Proszę dzwonić.' }, 'Text in Polish must say 999'],
    ['checked by nobody', { 'languages.pl.nativeCheck': 'done' }, 'Native speaker who has read it in Polish must be named'],
    ['of no source', { 'source.name': '' }, 'Source must be filled in'],
    ['reviewed after it is to be', { reviewBy: '2026-11-20' }, 'To be reviewed by must be after the day of the last review'],
    ['reviewed on no day', { reviewed: 'soon' }, 'Reviewed on must be a date'],
    ['from a place that is no address', { 'source.url': 'nhs' }, 'Address of the source must begin with https://'],
  ])('an emergency reply that is %s is refused with the reason, and what was typed stays', async (_, changes, reason) => {
    const { status, html } = await save(ann, EMERGENCY, changes)
    expect(status).toBe(400)
    expect(html).toContain(reason)
    for (const value of Object.values(changes)) expect(html).toContain(value)
    expect((await pages.draft.state()).changes).toEqual([])
  })

  test('two who change different parts of a text are both kept', async () => {
    const opened = await formOf(ann, EMERGENCY)
    await save(bea, EMERGENCY, { 'source.name': 'A new leaflet' })
    expect(await send(ann, EMERGENCY, { ...opened, text: words })).toMatchObject({ status: 303 })
    expect(await pages.fieldsOf('texts/emergency.yaml')).toMatchObject({ text: words, 'source.name': 'A new leaflet' })
  })

  test('of two who change the same words the second sees both, and hers are kept when she saves again', async () => {
    const opened = await formOf(ann, EMERGENCY)
    await save(bea, EMERGENCY, { text: `${words} Bea.`, 'source.name': 'A new leaflet' })
    const { status, html } = await send(ann, EMERGENCY, { ...opened, text: `${words} Ann.` })
    expect(status).toBe(409)
    expect(html).toContain(`Text: Bea has saved “${words} Bea.” since. If you save again, yours is kept`)
    expect(html).toContain(`${words} Ann.</textarea>`)
    expect(html).toContain('value="A new leaflet"')
    expect(await pages.fieldsOf('texts/emergency.yaml')).toMatchObject({ text: `${words} Bea.` })
    const again = fieldsIn(html)
    expect(await send(ann, EMERGENCY, again)).toMatchObject({ status: 303 })
    expect(await pages.fieldsOf('texts/emergency.yaml')).toMatchObject({ text: `${words} Ann.`, 'source.name': 'A new leaflet' })
    expect((await pages.draft.state()).changes[0]?.authors.map(({ firstName }) => firstName)).toEqual(['Bea', 'Ann'])
  })

  test('ten who save the same text at once: nothing is lost unseen', async () => {
    const opened = await formOf(ann, EMERGENCY)
    const sent = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        send(n % 2 ? ann : bea, EMERGENCY, { ...opened, mark: (n % 2 ? ann : bea).mark, text: `${words} ${n}` }),
      ),
    )
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(sent.filter(({ status }) => status === 409)).toHaveLength(9)
  })

  test('a native check that was made ends with new words, and stays where others change', async () => {
    await save(ann, EMERGENCY, { 'languages.pl.nativeCheck': 'done', 'languages.pl.checkedBy': 'Ewa, 1 December' })
    await save(ann, EMERGENCY, { text: words })
    expect(await pages.fieldsOf('texts/emergency.yaml')).toMatchObject({ 'languages.pl.checkedBy': 'Ewa, 1 December' })
    const saved = await save(ann, EMERGENCY, { 'languages.pl.text': 'Proszę dzwonić pod 999.' })
    expect(saved).toMatchObject({ status: 303, to: `${EMERGENCY}?done=reopened` })
    const fields = await pages.fieldsOf('texts/emergency.yaml')
    expect(fields).toMatchObject({ 'languages.pl.nativeCheck': 'awaiting' })
    expect(fields['languages.pl.checkedBy']).toBeUndefined()
  })

  test('a native check that was made of other words than a colleague has saved meanwhile is not kept', async () => {
    const opened = await formOf(ann, EMERGENCY)
    await save(bea, EMERGENCY, { 'languages.pl.text': 'Proszę dzwonić pod 999.' })
    const checked = { 'languages.pl.nativeCheck': 'done', 'languages.pl.checkedBy': 'Ewa, 1 December' }
    expect((await send(ann, EMERGENCY, { ...opened, ...checked })).status).toBe(303)
    const fields = await pages.fieldsOf('texts/emergency.yaml')
    expect(fields).toMatchObject({ 'languages.pl.text': 'Proszę dzwonić pod 999.', 'languages.pl.nativeCheck': 'awaiting' })
    expect(fields['languages.pl.checkedBy']).toBeUndefined()
    await save(ann, EMERGENCY, checked)
    expect(await pages.fieldsOf('texts/emergency.yaml')).toMatchObject(checked)
  })

  test('a version may be added where none is needed, and taken out again', async () => {
    const before = await pages.yamlOf('texts/symptom_breast.yaml')
    await save(ann, '/admin/texts/symptom_breast', { 'languages.pl.text': 'Proszę zadzwonić do przychodni GP.' })
    expect(await pages.fieldsOf('texts/symptom_breast.yaml')).toMatchObject({ 'languages.pl.nativeCheck': 'awaiting' })
    expect(await pages.faults()).toEqual([])
    await save(ann, '/admin/texts/symptom_breast', { 'languages.pl.text': '' })
    expect(await pages.yamlOf('texts/symptom_breast.yaml')).toBe(before)
  })

  test('that two must approve is said of a safety text, and not of another', async () => {
    const said = 'Two colleagues who did not write the change must approve it'
    expect((await get(ann, EMERGENCY)).html).toContain(said)
    expect((await get(ann, '/admin/texts/greeting')).html).not.toContain(said)
  })

  test('of two who add the same language the second sees both, and hers are kept when she saves again', async () => {
    const opened = await formOf(ann, '/admin/languages/new?code=he')
    const hers = (who: string) => ({
      ...opened,
      text: `interpreter 999, {{phone}}. ${who}`,
      interpreter: 'א',
      person: 'ב',
      'source.name': 'Us',
    })
    expect((await send(bea, '/admin/languages', { ...hers('Bea'), mark: bea.mark })).status).toBe(303)
    const { status, html } = await send(ann, '/admin/languages', hers('Ann'))
    expect(status).toBe(409)
    expect(html).toContain('Bea has saved “interpreter 999, {{phone}}. Bea” since')
    expect(html).toContain('interpreter 999, {{phone}}. Ann</textarea>')
    expect(await pages.fieldsOf('languages/he.yaml')).toMatchObject({ text: 'interpreter 999, {{phone}}. Bea' })
    expect((await send(ann, '/admin/languages/he', fieldsIn(html))).status).toBe(303)
    expect(await pages.fieldsOf('languages/he.yaml')).toMatchObject({ text: 'interpreter 999, {{phone}}. Ann' })
  })

  test('there are no pages but those of the texts, and none for who is no admin', async () => {
    expect((await get(ann, '/admin/texts/nothing')).status).toBe(404)
    const staff = await pages.colleague('Sue', ['staff'])
    for (const path of ['/admin/texts', EMERGENCY, '/admin/languages', '/admin/languages/pl'])
      expect((await get(staff, path)).status).toBe(403)
    const { mark: _, ...withoutMark } = await formOf(ann, EMERGENCY)
    expect((await send(ann, EMERGENCY, withoutMark)).status).toBe(403)
    expect((await send(ann, EMERGENCY, { mark: ann.mark, was: 'no', text: words })).status).toBe(400)
  })
})

describe('languages', () => {
  test('are changed, and a native check names who has made it', async () => {
    const saved = await save(ann, '/admin/languages/pl', { interpreter: 'Tłumacz', nativeCheck: 'done', checkedBy: 'Ewa, 1 December' })
    expect(saved).toMatchObject({ status: 303, to: '/admin/languages/pl?done=kept' })
    expect(await pages.fieldsOf('languages/pl.yaml')).toMatchObject({ interpreter: 'Tłumacz', checkedBy: 'Ewa, 1 December' })
    expect((await get(ann, '/admin/languages')).html).toContain('Done: Ewa, 1 December')
    expect(await pages.faults()).toEqual([])
  })

  test.each([
    [{ text: 'interpreter' }, 'Text must say 999, the number for emergencies'],
    [{ text: '999' }, 'Text must say interpreter, the word to write'],
    [{ person: 'x'.repeat(21) }, 'Button for a person can have at most 20 characters. It has 21'],
    [{ name: '' }, 'Name of the language must be filled in'],
  ])('%j is refused with the reason', async (changes, reason) => {
    const { status, html } = await save(ann, '/admin/languages/pl', changes)
    expect([status, html.includes(reason)]).toEqual([400, true])
  })

  test('a new one is added, written from the right where it is', async () => {
    const path = '/admin/languages/new?code=he'
    const refused = await send(ann, '/admin/languages', { ...(await formOf(ann, path)), text: 'interpreter 999 {{phone}}' })
    expect(refused.html).toContain('Button for an interpreter must be filled in')
    const fields = { ...(await formOf(ann, path)), text: 'interpreter 999 {{phone}}', interpreter: 'א', person: 'ב', 'source.name': 'Us' }
    expect(await send(ann, '/admin/languages', fields)).toMatchObject({ status: 303, to: '/admin/languages?done=added' })
    expect(await pages.fieldsOf('languages/he.yaml')).toMatchObject({
      language: 'he',
      englishName: 'Hebrew',
      rightToLeft: 'yes',
      reviewBy: '2027-11-27',
    })
    expect(await pages.faults()).toEqual([])
    expect(await send(ann, '/admin/languages', fields)).toMatchObject({ status: 303, to: '/admin/languages/he?done=same' })
    expect((await get(ann, '/admin/languages/new')).html).not.toContain('Hebrew')
  })

  test('one that the bot does not tell cannot be added', async () => {
    expect((await send(ann, '/admin/languages', { mark: ann.mark, language: 'xx', text: '999' })).status).toBe(400)
  })
})
