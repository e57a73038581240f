import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { maskNumbers } from '../../../src/identity/maskNumbers.ts'

/** What stands in brackets is masked. NHS numbers that begin with 999 are nobody's. */
const masked = [
  '[9990000018]',
  'hello, I am [999 000 0018]',
  '[999-000-0018]',
  '[999.000.0018]',
  '[999 0000018]',
  '[999000 0018]',
  '[9990 000 018]',
  '[99900 00018]',
  '[99 90 00 00 18]',
  '([999 000 0018])',
  'my number is [999 000 0018], thanks',
  'I am 53 and my number is [999 000 0018]',
  'number:[9990000018].',
  '[9990000018]!!',
  'first [999 000 0018] then [999 000 0026]',
  '[999\u00a0000\u00a00018]',
  '[999–000–0018]',
  '[٩٩٩ ٠٠٠ ٠٠١٨]',
  '[۹۹۹۰۰۰۰۰۱۸]',
  '[999 000 0018]',
  'nhs number [999 000 0019]',
  'NHS no. [9990000019]',
  'nhs [999 000 0019]',
  'NHS: [999-000-0019]',
  'my nhs number is [999000001]',
  'my NHS number is: [99900000181]',
  'n.h.s. number [999 000 0019]',
  'nhs number 0 is wrong, it is [9990000018]',
  'nhs number [012 345 6789]',
  '[999 000 0019] is my nhs number',
  '[9990000019] (NHS number)',
  'SX [WSB201960]',
  '[WSB201960]',
  'my letter says [wsb201960]',
  '[WSB 201960]',
  '[WSB 201 960]',
  '[WSB-201960]',
  '[wsb/201960]',
  'its [Abc123456]?',
  '[ST201960]',
  '[abcd12345678]',
  'sx number [wsb 201960]',
  'sx no: [201960]',
  'my sx number is [201 960]',
  'SX ref [AB 12345]',
  '[201960] is my sx number',
  'dob [3/4/61]',
  'DOB: [03/04/1961]',
  'd.o.b. [3.4.61]',
  'D O B [3-4-1961]',
  'dob [03 04 1961]',
  'dob [030461]',
  'dob [03041961]',
  'dob [1961-04-03]',
  'dob is [3 apr 61]',
  "dob [3 apr '61]",
  'born [3 April 1961]',
  'I was born on the [3rd of April 1961]',
  'born on Monday [3rd April, 1961] in Stoke',
  'born [April 3 1961]',
  'born [april 3rd, 1961]',
  'date of birth [3/4/61]',
  'Date of birth is [3 April 1961]',
  'my date of birth: [3-Apr-1961]',
  'birthdate [3/4/1961]',
  'birth date = [3 / 4 / 1961]',
  'my birthday is [3 april 1961]',
  'my birthday is on the [3 april 1961]',
  'NHS number:\n[999 000 0019]\nDOB\n[3/4/61]',
  '[3/4/61] dob',
  '[3 April 1961] is my date of birth',
  '[03/04/1961] (date of birth)',
  'jane, dob [3/4/61], nhs [999 000 0018], can I move my appointment on 12/11/2026?',
  'dob[3/4/61]',
]

const kept = [
  '',
  'hello',
  'does it hurt?',
  'ring me on 01632 960001',
  'is 01632 960 001 your number?',
  '01632960001',
  '07700 900123',
  '07700900123',
  '+44 7700 900123',
  '+44 999 000 0018',
  '0044 999 000 0018',
  'my mobile is 7700900123',
  'my mobile number is 999 000 0018',
  '020 7946 0958',
  '0300 123 1234',
  'the NHS helpline 0300 123 1234',
  'NHS 111',
  'nhs 111 said I should ring 01632 960001',
  '0808 800 6000',
  'ring 999',
  'call 960001',
  'CALL ME ON THE 960001',
  'TEL 960001',
  'ext 201960',
  'my appointment is on 12/11/2026 at 10:30',
  'appointment 3 April 2027 at 9.40',
  'can I come on 3/4/27 instead',
  '2026-11-12 10:30',
  '12.11.2026 14:30',
  'Thursday 12 November 2026',
  'between 09:00 and 17:00',
  'I was born in 1954, am I still invited?',
  'born and raised in Stoke, my appointment is 3/4/2027',
  'I turn 53 on my birthday 3/4/2027',
  'my birthday is on 3 April 2027, can I have another day',
  'birthday 3 April',
  'my baby was born 3 months ago',
  'I was born with it in 61 different places',
  'I am 53',
  'aged 50 to 71',
  'is it £12.50 to park',
  '£1,234,567,890',
  'it costs 9990000019 pounds',
  '999 000 0019',
  '99900000181',
  '0000000000',
  'ST4 6QG',
  'B74 2PX',
  'room B12',
  'JAN 2026',
  'COVID 19',
  'MRI 2026',
  'BRCA1',
  'DOB1961',
  'see you on12112026',
  'ABCDE123456',
  'QQ123456C',
  '3/4 of the women',
  '1/2/3',
  '12 11 10 9 8 7 6 5',
  'https://example.org/screening',
]

const plainOf = (marked: string) => marked.replaceAll(/[[\]]/g, '')
const maskedOf = (marked: string) => marked.replaceAll(/\[[^\]]*\]/g, '•••')

describe('what identifies somebody is masked', () => {
  test.each(masked)('%s', (marked) => {
    expect(maskNumbers(plainOf(marked))).toEqual({ text: maskedOf(marked), masked: true })
  })
})

describe('everything else stays', () => {
  test.each(kept)('%s', (text) => expect(maskNumbers(text)).toEqual({ text, masked: false }))
})

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...masked.map(plainOf), ...kept, 'dob ', 'nhs ', 'sx ', ' ', '-', '.', '3/4/61', '999', '000', '0018', 'born '),
)

test('it never fails, and tells truly whether it masked', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      const once = maskNumbers(text)
      expect(once.masked).toBe(once.text !== text)
      expect(text.startsWith(once.text.split('•••')[0] ?? '')).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('among other sentences all of it is masked, and nothing else', () => {
  const sentence = fc.constantFrom(...masked, ...kept.filter((text) => text !== ''))
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 6 }), (sentences) => {
      const marked = sentences.join('.\nAnd so: ')
      expect(maskNumbers(plainOf(marked)).text).toBe(maskedOf(marked))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '9',
  '9 ',
  'nhs ',
  'nhs number is ',
  'dob ',
  'dob is on the ',
  'sx ',
  'sx no 1',
  '1 is my ',
  'A',
  'AAA 123',
  '3/4/',
  'april ',
  'born born ',
  ' ',
  'd.o.b.',
])('a message of nothing but "%s" takes no time', (part) => {
  const text = part.repeat(Math.ceil(20_000 / part.length))
  const began = performance.now()
  maskNumbers(`1${text}`)
  expect(performance.now() - began).toBeLessThan(500)
})
