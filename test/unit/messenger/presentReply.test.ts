import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { presentReply } from '../../../src/channels/messenger/presentReply.ts'
import { toSendRequest } from '../../../src/channels/messenger/toSendRequest.ts'
import type { Reply } from '../../../src/conversation/activity.ts'
import { judgeSend } from '../../support/graphSendRules.ts'

const hero = 'application/vnd.microsoft.card.hero'
const choice = (title: string, value: unknown = `value of ${title}`) => ({ type: 'imBack', title, value })
const link = (title: string, value = 'https://screening.example/check/abc') => ({ type: 'openUrl', title, value })
const message = (text: string, actions: object[] = []): Reply => ({
  type: 'message',
  text,
  suggestedActions: { to: [], actions: actions as never },
})
const card = (content: object): Reply => ({ type: 'message', attachments: [{ contentType: hero, content }] })
const titles = (reply: Reply | undefined) => reply?.suggestedActions?.actions.map(({ title }) => title)
const values = (reply: Reply | undefined) => reply?.suggestedActions?.actions.map(({ value }) => value)
const choices = (count: number) => Array.from({ length: count }, (_, index) => choice(`Choice ${index + 1}`))
const request = (reply: Reply) => toSendRequest({ id: 'out-1', conversationId: 'c', address: '200', reply })

describe('text', () => {
  test('that fits is one message, a character more makes two', () => {
    expect(presentReply(message('x'.repeat(1900))).map(({ text }) => text?.length)).toEqual([1900])
    expect(presentReply(message('x'.repeat(1901))).map(({ text }) => text?.length)).toEqual([1900, 1])
  })

  test('what is no message, or has nothing in it, makes none', () => {
    expect(presentReply({ type: 'typing' })).toEqual([])
    expect(presentReply({ type: 'endOfConversation' })).toEqual([])
    expect(presentReply(message(' '))).toEqual([])
  })
})

describe('choices', () => {
  test('stand under the last message of a long text', () => {
    const parts = presentReply(message(`${'word '.repeat(500)}`, [choice('Yes'), choice('No')]))
    expect(parts).toHaveLength(2)
    expect(parts[0]?.suggestedActions).toBeUndefined()
    expect(titles(parts[1])).toEqual(['Yes', 'No'])
  })

  test('up to 13 with titles up to 20 characters are quick replies as they are', () => {
    const [only] = presentReply(message('Which?', choices(13)))
    expect(only?.text).toBe('Which?')
    expect(titles(only)).toHaveLength(13)
    expect(titles(presentReply(message('Which?', [choice('x'.repeat(20))]))[0])).toEqual(['x'.repeat(20)])
  })

  test('more than 13 are a numbered text without quick replies', () => {
    const [only, ...more] = presentReply(message('Which?', choices(14)))
    expect(more).toEqual([])
    expect(only?.text).toMatch(/^Which\?\n\n1\. Choice 1\n2\. Choice 2\n[\s\S]*14\. Choice 14$/)
    expect(only?.suggestedActions).toBeUndefined()
  })

  test('with one title of 21 characters all are numbered, and the numbers carry the values', () => {
    const [only] = presentReply(message('Where?', [choice('Stoke'), choice('x'.repeat(21))]))
    expect(only?.text).toBe(`Where?\n\n1. Stoke\n2. ${'x'.repeat(21)}`)
    expect(titles(only)).toEqual(['1', '2'])
    expect(values(only)).toEqual(['value of Stoke', `value of ${'x'.repeat(21)}`])
  })

  test('13 long ones are numbered to 13', () => {
    const long = Array.from({ length: 13 }, (_, index) => choice(`A rather long title ${index + 1}`))
    expect(titles(presentReply(message('Where?', long))[0])).toEqual(Array.from({ length: 13 }, (_, index) => String(index + 1)))
  })

  test('whose value is longer than Meta carries are only written out', () => {
    const [only] = presentReply(message('Which?', [choice('A', 'x'.repeat(1001))]))
    expect(only?.text).toBe('Which?\n\n1. A')
    expect(only?.suggestedActions).toBeUndefined()
    expect(values(presentReply(message('Which?', [choice('A', 'x'.repeat(1000))]))[0])).toEqual(['x'.repeat(1000)])
  })

  test('without a text are numbered, as a quick reply needs something to stand under', () => {
    const [only] = presentReply({ type: 'message', suggestedActions: { to: [], actions: [choice('Yes'), choice('No')] as never } })
    expect(only?.text).toBe('1. Yes\n2. No')
    expect(titles(only)).toEqual(['1', '2'])
  })

  test('without a value say their title; other values travel as JSON', () => {
    expect(values(presentReply(message('?', [{ type: 'imBack', title: 'Yes' }, choice('Slot', { slot: 7 })]))[0])).toEqual([
      'Yes',
      '{"slot":7}',
    ])
  })

  test('that open an address are written into the text', () => {
    const [only] = presentReply(message('Please confirm.', [link("Check it's you"), choice('Later')]))
    expect(only?.text).toBe("Please confirm.\n\nCheck it's you: https://screening.example/check/abc")
    expect(titles(only)).toEqual(['Later'])
  })
})

describe('cards', () => {
  const fits = {
    title: 'Your appointment',
    text: 'Tuesday 10:20',
    buttons: [link('Map'), { type: 'postBack', title: 'Change', value: 'change' }],
  }

  test('that the button template can show stay cards', () => {
    const [only, ...more] = presentReply(card(fits))
    expect(more).toEqual([])
    expect(request(only as Reply)).toMatchObject({
      message: {
        attachment: {
          type: 'template',
          payload: {
            template_type: 'button',
            text: 'Your appointment\nTuesday 10:20',
            buttons: [
              { type: 'web_url', title: 'Map', url: 'https://screening.example/check/abc' },
              { type: 'postback', title: 'Change', payload: 'change' },
            ],
          },
        },
      },
    })
  })

  test('of 640 characters stay cards, of 641 become text with a numbered list', () => {
    const buttons = [choice('Yes')]
    expect(presentReply(card({ text: 'x'.repeat(640), buttons }))[0]?.attachments).toHaveLength(1)
    const [text] = presentReply(card({ text: 'x'.repeat(641), buttons }))
    expect(text?.attachments).toBeUndefined()
    expect(text?.text).toBe(`${'x'.repeat(641)}\n\n1. Yes`)
    expect(values(text)).toEqual(['value of Yes'])
  })

  test.each([
    ['four buttons', [choice('a'), choice('b'), choice('c'), choice('d')], '1. a\n2. b\n3. c\n4. d'],
    ['a title of 21 characters', [choice('x'.repeat(21))], `1. ${'x'.repeat(21)}`],
    ['an address that is not of the web', [link('Ring us', 'tel:+441782000000')], 'Ring us: tel:+441782000000'],
  ])('with %s become text', (_what, buttons, list) => {
    expect(presentReply(card({ text: 'Hello', buttons })).map(({ text }) => text)).toEqual([`Hello\n\n${list}`])
  })

  test('without a text of their own take the text before them', () => {
    const parts = presentReply({ ...card({ buttons: [choice('Yes')] }), text: 'Shall I book it?' })
    expect(parts).toHaveLength(1)
    expect(parts[0]?.attachments?.[0]?.content).toMatchObject({ text: 'Shall I book it?' })
    const tooMany = presentReply({ ...card({ buttons: choices(4) }), text: 'Which?' })
    expect(tooMany.map(({ text }) => text)).toEqual(['Which?\n\n1. Choice 1\n2. Choice 2\n3. Choice 3\n4. Choice 4'])
  })

  test('that became text are numbered through, with the suggestions', () => {
    const reply: Reply = {
      type: 'message',
      text: 'Two places:',
      attachments: [
        { contentType: hero, content: { title: 'Stoke', buttons: choices(4) } },
        { contentType: hero, content: { title: 'Leek', buttons: [choice('A title that is too long')] } },
      ],
      suggestedActions: { to: [], actions: [choice('None')] as never },
    }
    const parts = presentReply(reply)
    expect(parts.map(({ text }) => text)).toEqual([
      'Two places:',
      'Stoke\n\n1. Choice 1\n2. Choice 2\n3. Choice 3\n4. Choice 4',
      'Leek\n\n5. A title that is too long\n\n6. None',
    ])
    expect(titles(parts[2])).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  test('keep quick replies under them', () => {
    const parts = presentReply({ ...card(fits), suggestedActions: { to: [], actions: [choice('Thanks')] as never } })
    expect(titles(parts.at(-1))).toEqual(['Thanks'])
    expect(judgeSend(request(parts.at(-1) as Reply))).toBeUndefined()
  })

  test('with nothing in them take no choice away', () => {
    const empty = { contentType: hero, content: { title: '', text: '', buttons: [] } }
    const reply: Reply = {
      type: 'message',
      text: '',
      attachments: [empty],
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Yes', value: 'yes' }] },
    }
    expect(presentReply(reply).map(({ text }) => text)).toEqual(['1. Yes'])
  })

  test('become text everywhere when asked', () => {
    const [only] = presentReply(card(fits), { cards: false })
    expect(only?.text).toBe('Your appointment\nTuesday 10:20\n\nMap: https://screening.example/check/abc\n\n1. Change')
    expect(values(only)).toEqual(['change'])
  })

  test('other attachments leave their name and address in the text', () => {
    const reply: Reply = {
      type: 'message',
      text: 'See',
      attachments: [{ contentType: 'application/pdf', name: 'Leaflet', contentUrl: 'https://a.example/l.pdf' }],
    }
    expect(presentReply(reply).map(({ text }) => text)).toEqual(['See\n\nLeaflet: https://a.example/l.pdf'])
  })
})

describe('whatever a reply holds', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 })
  const action = fc.record({
    type: fc.constantFrom('imBack', 'postBack', 'openUrl'),
    title: words,
    value: fc.oneof(words, fc.webUrl(), fc.jsonValue()),
  })
  const content = fc.record({ title: words, text: fc.string({ maxLength: 900 }), buttons: fc.array(action, { maxLength: 5 }) })
  const replies = fc.record({
    type: fc.constant('message'),
    text: fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 4000 })),
    attachments: fc.array(fc.record({ contentType: fc.constant(hero), content }), { maxLength: 3 }),
    suggestedActions: fc.record({ to: fc.constant([]), actions: fc.array(action, { maxLength: 16 }) }),
  }) as fc.Arbitrary<Reply>

  test('Meta takes every message of it, and presenting again changes nothing', () => {
    fc.assert(
      fc.property(replies, (reply) => {
        const parts = presentReply(reply)
        expect(presentReply(reply)).toEqual(parts)
        for (const part of parts) {
          expect(judgeSend(request(part))).toBeUndefined()
          expect(presentReply(part)).toEqual([part])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('every word, title and address of it is somewhere in the messages', () => {
    const inked = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(replies, (reply) => {
        const shown = inked(
          presentReply(reply)
            .map(({ text, attachments, suggestedActions }) => {
              const { text: cardText = '', buttons = [] } = attachments?.[0]?.content ?? {}
              const tapped = [...buttons, ...(suggestedActions?.actions ?? [])].map((one: { title: string }) => one.title)
              return [text ?? '', cardText, ...tapped].join('')
            })
            .join(''),
        )
        expect(shown).toContain(inked(reply.text ?? ''))
        for (const { title } of reply.suggestedActions?.actions ?? []) expect(shown).toContain(inked(title))
        for (const { content: held } of reply.attachments ?? []) {
          expect(shown).toContain(inked(held.title))
          expect(shown).toContain(inked(held.text))
          for (const { title } of held.buttons) expect(shown).toContain(inked(title))
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('a request names the person, answers, and carries the outbox id as metadata', () => {
  expect(request({ type: 'message', text: 'Hi', suggestedActions: { to: [], actions: [choice('Yes', 'yes')] as never } })).toEqual({
    recipient: { id: '200' },
    messaging_type: 'RESPONSE',
    message: { text: 'Hi', quick_replies: [{ content_type: 'text', title: 'Yes', payload: 'yes' }], metadata: 'sm:out-1' },
  })
})
