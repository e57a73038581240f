import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { openTestPostgres } from '../support/databases.ts'
import { type PublishingBench, startPublishing } from '../support/publishingBench.ts'

type Colleague = Awaited<ReturnType<PublishingBench['colleague']>>

const HURTS = 'breast/does_it_hurt.yaml'

let bench: PublishingBench
let close: () => Promise<void>
let ann: Colleague

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  bench = await startPublishing(opened.database)
  ann = await bench.colleague('Ann', ['admin'])
}, 60_000)
afterAll(async () => {
  await bench.stop()
  await close()
})
beforeEach(async () => {
  void bench.learningTakes(Promise.resolve())
  await sql`truncate content_draft_files`.execute(bench.db)
})

const cookie = () => ({ cookie: `as=${ann.id}` })
const open = async () => (await fetch(`${bench.url}/admin/try`, { headers: cookie() })).text()
const tries = (words: string) =>
  fetch(`${bench.url}/admin/try`, { method: 'POST', headers: cookie(), body: new URLSearchParams({ words, mark: ann.mark }) })
const tried = async (words: string) => (await tries(words)).text()
const reword = () => bench.put(ann, HURTS, bench.yamlOf(HURTS).replace('Some women find a mammogram', 'Plenty of women find a mammogram'))
async function learnt(): Promise<void> {
  for (let times = 0; times < 100 && (await open()).includes('being learnt'); times++)
    await new Promise((resolve) => setTimeout(resolve, 50))
}
const sides = (html: string) => html.match(/<h3 class="try-side__name">(\w+)<\/h3>/g)?.length

describe('trying a message', () => {
  test('shows how it is read and answered, with the facts filled in', async () => {
    const html = await tried('does it hurt')
    expect(sides(html)).toBe(1)
    expect(html).toContain('Nothing found')
    expect(html).toContain('Understood: Does it hurt?')
    expect(html).toContain('Some women find a mammogram uncomfortable')
    expect(html).toMatch(/<th scope="row">Does it hurt\?<\/th><td>100%<\/td>/)
    expect(html).toMatch(/<span class="try-words__word">hurt<\/span> \d+% less likely/)
    expect(html).not.toContain('{{')
  })

  test('shows live and draft beside each other, once the draft is learnt', async () => {
    await reword()
    let end = (): void => {}
    void bench.learningTakes(new Promise<void>((resolve) => (end = resolve)))
    const early = await tried('does it hurt')
    expect(early).toContain('The draft is being learnt')
    expect(early).toContain('data-then="try-form"')
    expect(sides(early)).toBe(1)
    end()
    await learnt()
    const html = await tried('does it hurt')
    expect(sides(html)).toBe(2)
    expect(html).toContain('Plenty of women find a mammogram')
    expect(html).toContain('Some women find a mammogram')
    expect(html).toContain('Live and draft differ')
  })

  test('names what the safety gate finds, what is said to it, and that staff would be called; nobody is', async () => {
    const html = await tried("I've found a lump in my breast")
    expect(html).toMatch(/<strong>symptom, breast<\/strong>/)
    expect(html).toContain('Staff would be called: Symptom')
    for (const table of ['escalations', 'inbox', 'transcript', 'conversations'] as const)
      expect((await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(bench.db)).rows[0]?.n).toBe(0)
  })

  test('says why a draft cannot be learnt', async () => {
    await bench.put(ann, HURTS, bench.yamlOf(HURTS).replace('title: Does it hurt?', 'title: ""'))
    await tried('does it hurt')
    const html = await tried('does it hurt')
    expect(html).toContain('The draft cannot be learnt')
    expect(html).toMatch(/does_it_hurt\.yaml, line 2/)
  })

  test('needs a message, and neither too many nor too long ones', async () => {
    expect(await tried(' \n ')).toContain('Enter a message')
    expect(await tried('hello\n'.repeat(31))).toContain('There are 31 messages')
    expect(await tried('a'.repeat(2001))).toContain('Message 1 has more than 2000 characters')
    expect((await tries('')).status).toBe(400)
  })
})

test('trying a conversation plays it as the bot would, each message after those before it', async () => {
  const html = await tried('does it hurt\nI would like to talk to a person\ntell me a joke <b>')
  expect(html.match(/aria-label="Message \d"/g)).toEqual(['aria-label="Message 1"', 'aria-label="Message 2"', 'aria-label="Message 3"'])
  expect(html).toContain('tell me a joke &lt;b&gt;')
  expect(html).toContain('Staff would be called: Asked for a person')
})
