import { describe, expect, test } from '@jest/globals'
import { createMaskPersonal } from '../../../src/content/maskPersonal.ts'
import { maskNumbers } from '../../../src/identity/maskNumbers.ts'

const mask = createMaskPersonal(maskNumbers)

describe('what may say who somebody is', () => {
  test.each([
    // Names
    ['Hi my name is Margaret Hollins and I need to change it', 'Hi my name is ••• and I need to change it', 'name'],
    ["my name's jane and i have a question", "my name's ••• and i have a question", 'name'],
    ['my names Ann', 'my names •••', 'name'],
    ["My daughter's name is Zofia Nowak.", "My daughter's name is •••.", 'name'],
    ["I'm Jane Smith, can I book?", "I'm •••, can I book?", 'name'],
    ['im jane smith can i rebook', 'im ••• can i rebook', 'name'],
    ['I am Oluwaseun Adeyemi and I got a letter', 'I am ••• and I got a letter', 'name'],
    ['this is sue jones', 'this is •••', 'name'],
    ['hello, priya here', 'hello, ••• here', 'name'],
    ['MY NAME IS JANE SMITH I NEED HELP', 'MY NAME IS ••• I NEED HELP', 'name'],
    ['Dear Susan, thank you', 'Dear •••, thank you', 'name'],
    ['Mrs Hollins would like to come', 'Mrs ••• would like to come', 'name'],
    ['dr patel told me to book', 'dr ••• told me to book', 'name'],
    ["My GP Dr. O'Neill referred me", 'My GP Dr. ••• referred me', 'name'],
    ['Nurse Emma was lovely', 'Nurse ••• was lovely', 'name'],
    ['my daughter Emma will bring me', 'my daughter ••• will bring me', 'name'],
    ['is Joan working today', 'is ••• working today', 'name'],
    ['Rose Smith told me', '••• told me', 'name'],
    ['J. Smith', '•••', 'name'],
    // Under a message
    ['Can I park there? Thanks, Jane', 'Can I park there? Thanks, •••', 'name'],
    ['Can I park there? thanks jane', 'Can I park there? thanks •••', 'name'],
    ['Kind regards, Mrs M Hollins', 'Kind regards, •••', 'name'],
    ['regards, xiu ying', 'regards, •••', 'name'],
    ['see you then, love jean x', 'see you then, love •••', 'name'],
    ['Can you change it?\nXiu Ying', 'Can you change it?\n•••', 'name'],
    // Contacts
    ['call me on 07700 900123 please', 'call me on ••• please', 'phone'],
    ['ring 0300-123-4567', 'ring •••', 'phone'],
    ['+44 (0)7700 900 123 is mine', '••• is mine', 'phone'],
    ['my email is jane.smith@example.com', 'my email is •••', 'email'],
    ['jane dot smith at gmail dot com', '•••', 'email'],
    ['see https://example.org/x?y=1 there', 'see ••• there', 'link'],
    ['www.facebook.com/jane.smith', '•••', 'link'],
    ['@janesmith77 told me', '••• told me', 'link'],
    // Numbers of letters and of anything else
    ['my NHS number is 999 123 4567', 'my NHS number is •••', 'number'],
    ['it says SX WSB201960', 'it says SX •••', 'number'],
    ['my hospital number is AB123456', 'my hospital number is •••', 'number'],
    ['what was hidden before: •••', 'what was hidden before: •••', 'number'],
    // Where somebody lives
    ['my postcode is st4 7ab', 'my postcode is •••', 'postcode'],
    ['postcode ST4', 'postcode •••', 'postcode'],
    ['I live at 12 Oak Close, Stoke', 'I live at •••', 'address'],
    ['i live at 12 oak close and i cannot drive', 'i live at ••• and i cannot drive', 'address'],
    ['my new address is 5 high street, hanley', 'my new address is •••', 'address'],
    ['send it to 4a Victoria Road please', 'send it to ••• please', 'address'],
    ['we are at 7 The Old Park', 'we are at •••', 'address'],
    ['Flat 3b, next to the shop', '•••, next to the shop', 'address'],
    // Days
    ['my appointment is on 3rd of April', 'my appointment is on •••', 'date'],
    ['appointment 12/04/2026 at 3pm', 'appointment ••• at 3pm', 'date'],
    ['can I swap the 12/4', 'can I swap the •••', 'date'],
    ['April 3rd at 10:30', '••• at 10:30', 'date'],
    ['see you on Monday 4 May', 'see you on •••', 'date'],
    ['I was there in March 2025', 'I was there in •••', 'date'],
    ['born in 1961', 'born in •••', 'date'],
    ['born in the spring of 61', 'born in the spring of •••', 'date'],
  ])('is hidden: %s', (text, expected, kind) => {
    const { text: masked, hidden } = mask(text)
    expect(masked).toBe(expected)
    expect(hidden).toContain(kind)
  })

  test('of several kinds is hidden in one message', () => {
    const { text, hidden } = mask('Hi, I am Jane Smith, 07700 900123, of 12 High Street, ST4 7AB. Can I come on 3 May?')
    expect(text).toBe('Hi, I am •••, •••, of •••, •••. Can I come on •••?')
    expect(hidden).toEqual(['name', 'phone', 'address', 'postcode', 'date'])
  })

  test('is hidden once: what was masked is masked as it is', () => {
    const { text } = mask('I am Jane Smith, call me on 07700 900123')
    expect(mask(text)).toEqual({ text, hidden: ['number'] })
  })
})

describe('the sense of a message stays', () => {
  test.each([
    'does it hurt',
    'WHERE CAN I PARK',
    'My name is wrong on the letter',
    'What is your name?',
    'I am worried about the pain',
    "I'm Polish, do you have an interpreter",
    "I'm 53 and never had one",
    'this is urgent please',
    'thanks so much for your help',
    'Thank you, Team',
    'ok thanks bye',
    'many thanks x',
    'best wishes from all of us',
    'Kind regards',
    'please help\n\nThank You',
    'Dear Sir or Madam',
    'Hi Everyone',
    'doctor said I need a mammogram',
    'My mum has breast cancer',
    'can my husband come with me',
    'The lady at Hanley Health Centre was rude',
    'I have MS and use a wheelchair',
    'miss my appointment',
    'Hepatitis B',
    'I live in Stoke',
    'is it next to the hospital',
    'open 24/7?',
    'is it 2-3 days',
    'it takes 10-15 minutes',
    'is the 14th free',
    'in April please',
    'May I ask something',
    'I may be late',
    'Will it hurt? Mark my words',
    'aged 50 to 71',
    'I had 2 appointments close together',
    'is there 1 close to me',
    'can I get the 10.30 appointment',
    'I had it in 2019',
    'why did I get a letter after I turned 71',
    '£12 for parking, is that right',
    'I am 5 foot 2 and size 34DD',
    'can I come next Tuesday at half past 3',
  ])('%s', (text) => expect(mask(text)).toEqual({ text, hidden: [] }))
})
