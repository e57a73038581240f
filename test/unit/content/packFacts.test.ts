import { describe, expect, test } from '@jest/globals'
import { figures } from './figures.ts'
import { figuresIn, placesOf, withoutNumbersThatAreNames } from './figuresIn.ts'
import { localFactsIn, nationalNumbers } from './localFactsIn.ts'
import { intents, type Said, texts } from './packTexts.ts'

type Row = (typeof figures)[number]

const mayBeSaidBy = ([where]: Row, { id, programme }: Said) => where === '*' || where === programme || where === id

/** The rows that stand for the figures of a text, and the figures that no row stands for. */
function accountedFor(said: Said, rows: Row[]): { used: Row[]; unknown: string[] } {
  const line = withoutNumbersThatAreNames(said.text)
  const places = rows.filter((row) => mayBeSaidBy(row, said)).flatMap((row) => placesOf(row[1], line).map((place) => ({ row, ...place })))
  const found = figuresIn(line).map((figure) => ({
    ...figure,
    rows: places.filter(({ from, to }) => from <= figure.from && figure.to <= to).map(({ row }) => row),
  }))
  return {
    used: found.flatMap(({ rows }) => rows),
    unknown: found.filter(({ rows }) => rows.length === 0).map(({ from, to }) => line.slice(Math.max(0, from - 30), to + 30)),
  }
}

const said = (text: string): Said => ({ id: 'results_when', programme: 'breast', part: 'text', text })

describe('every figure that a patient reads has a source', () => {
  test.each(texts)('in $id, $part', (text) => {
    expect(accountedFor(text, figures).unknown).toEqual([])
  })

  test('and no row of the table is left over', () => {
    const used = new Set(texts.flatMap((text) => accountedFor(text, figures).used))
    expect(figures.filter((row) => !used.has(row)).map(([where, phrase]) => `${where}: ${phrase}`)).toEqual([])
  })

  test('and no row is without a figure, or there twice', () => {
    expect(figures.filter(([, phrase]) => figuresIn(phrase).length === 0)).toEqual([])
    expect(new Set(figures.map(([where, phrase]) => `${where} ${phrase.toLowerCase()}`)).size).toBe(figures.length)
  })

  test.each([
    ['2 weeks', ['2']],
    ['about 1,300 deaths, 5.7 of 1,000', ['1,300', '5.7', '1,000']],
    ['from 2023-24, the 71st birthday, 8am', ['2023', '24', '71', '8']],
    ['Three in four; one in ten; half of them; a third of them', ['Three', 'four', 'one in', 'ten', 'half', 'third of']],
    ['BRCA2, TP53, R1 or M0, one breast, someone, half way, a third person', []],
    ['1. Come in.\n2. Sit down.', []],
    ['Ring {{phone2}}, 111 or 0808 808 00 00; see 247sexualabusesupport.org.uk.', []],
  ])('the finder sees the figures of "%s"', (text, expected) => {
    expect(figuresIn(withoutNumbersThatAreNames(text)).map(({ figure }) => figure)).toEqual(expected)
  })

  test('a figure in other words than those of its row, of another intent, or of none, is not accounted for', () => {
    const rows: Row[] = [
      ['results_when', 'within 2 weeks', 'a page'],
      ['breast', 'after 3 days', 'a page'],
      ['bowel', 'in 4 days', 'a page'],
    ]
    expect(accountedFor(said('Within 2\nweeks, after 3 days.'), rows).unknown).toEqual([])
    expect(accountedFor(said('Within 12 weeks.'), rows).unknown).toEqual(['Within 12 weeks.'])
    expect(accountedFor(said('Within 2 weeks or 2 months.'), rows).unknown).toEqual(['Within 2 weeks or 2 months.'])
    expect(accountedFor(said('In 4 days.'), rows).unknown).toEqual(['In 4 days.'])
    expect(accountedFor({ ...said('Within 2 weeks.'), id: 'what_happens' }, rows).unknown).toHaveLength(1)
  })
})

describe('what differs from service to service is named as a fact, never written out', () => {
  test.each(texts)('in $id, $part', ({ text }) => {
    expect(localFactsIn(text)).toEqual([])
  })

  test.each(intents.flatMap(({ id, answer }) => (answer?.link ? [{ id, url: answer.link.url }] : [])))(
    'the link of $id leads to a page for the whole country',
    ({ url }) => {
      expect(new URL(url).hostname).toMatch(/^www\.(?:nhs|gov)\.uk$/)
    },
  )

  test('and every national number is said somewhere', () => {
    const all = texts.map(({ text }) => text).join('\n')
    expect(Object.keys(nationalNumbers).filter((number) => !all.includes(number))).toEqual([])
  })

  test.each([
    ['Ring 01782 663063 now', 'a telephone number: 01782 663063'],
    ['Ring +44 1782 663063', 'a telephone number: +44 1782 663063'],
    ['Ring 0808 808 00 01', 'a telephone number: 0808 808 00 01'],
    ['Write to a@b.org', 'an e-mail address: a@b.org'],
    ['We are at ST4 6QG', 'a postcode: ST4 6QG'],
    ['Parking is £2.50', 'a price: £2'],
    ['Parking is 50p', 'a price: 50p'],
    ['Open 9am or 9.30 pm', 'a time of day: 9am'],
    ['Come at 10:45', 'a time of day: 10:45'],
    ['Come by 5 o’clock', 'a time of day: o’clock'],
    ['We close at 8pm. Macmillan does not.', 'a time of day: 8pm'],
    ['Open Monday to Friday', 'days of the week: Monday to'],
    ['Open on Saturdays', 'days of the week: Saturdays'],
    ['See bscreen.org.uk', 'a site: bscreen.org.uk'],
  ])('"%s" is seen', (text, expected) => {
    expect(localFactsIn(text)).toContain(expected)
  })

  test.each([
    'Call 999, 111, or Samaritans on 116 123.',
    'Macmillan: 0808 808 00 00, 8am to 8pm every day.',
    'See nhs.uk/sarcs.',
    'TP53, R1 or M0',
  ])('"%s" is the same everywhere', (text) => {
    expect(localFactsIn(text)).toEqual([])
  })
})
