import { describe, expect, test } from '@jest/globals'
import { replyToNotText } from '../../../dialogs/notText.ts'
import { startTalk } from '../../support/talk.ts'

const PICTURE = 'I cannot look at pictures or videos, and I have not kept it. Please contact your GP surgery.'

const reply = (contentTypes: string[], text?: string) =>
  replyToNotText(
    { type: 'message', ...(text === undefined ? {} : { text }), attachments: contentTypes.map((contentType) => ({ contentType })) },
    PICTURE,
  )

describe('what cannot be read', () => {
  test.each(['image', 'image/jpeg', 'video', 'video/mp4'])('%s is not looked at, and a change is for the GP', (type) => {
    expect(reply([type])).toMatch(/cannot look at pictures or videos, and I have not kept it[\s\S]*contact your GP[\s\S]*write it in words/)
  })

  test.each(['audio', 'audio/mp4'])('%s is not listened to', (type) => {
    expect(reply([type])).toMatch(/^I am sorry, I cannot listen to voice messages.*ask for a person/)
  })

  test('a sticker is taken kindly, whichever way it comes', () => {
    expect(reply(['application/x-sticker'])).toMatch(/^Thank you\./)
    expect(reply(['sticker'])).toMatch(/^Thank you\./)
  })

  test.each(['file', 'application/pdf', 'location', 'fallback', 'template', 'unsupported', 'unknown', ''])(
    '"%s" cannot be opened',
    (type) => {
      expect(reply([type])).toMatch(/^I am sorry, I cannot open that.*ask for a person/)
    },
  )

  test('of several the one that cannot be seen counts, not the sticker', () => {
    expect(reply(['sticker', 'image'])).toContain('contact your GP')
  })

  test.each(['', ' ', '\n'])('blank text beside it is no text: %j', (text) => {
    expect(reply(['image'], text)).toContain('If you have a question')
  })
})

describe('what comes with words', () => {
  test('is said not to be read, and the words are answered', async () => {
    const talk = await startTalk()
    await talk.says('hello')
    const said = (await talk.sends('image', 'what do I wear')).map(({ text }) => text)
    expect(said).toEqual([expect.stringMatching(/^Thank you, but I cannot look at pictures/), expect.stringContaining('undress')])
  })

  test.each(['sticker', 'fallback'])('needs no word about a %s', (type) => {
    expect(reply([type], 'does it hurt')).toBeUndefined()
  })

  test('is checked for danger first', async () => {
    const talk = await startTalk()
    const said = await talk.sends('image', 'I have found a lump in my breast')
    expect(said[0]?.text).toContain('GP')
    expect(talk.escalations).toEqual([expect.objectContaining({ reason: 'symptom' })])
  })
})

describe('emoji alone', () => {
  test.each(['👍', '❤️❤️', ' 🙏🏽 ', '👩‍⚕️', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '🇬🇧'])('%s is taken like a sticker', (text) => {
    expect(reply([], text)).toMatch(/^Thank you\./)
    expect(reply(['sticker'], text)).toMatch(/^Thank you\./)
  })

  test.each(['', ' ', '?', '...', '1', '2️⃣', '#', '👍 ok', 'ok 👍', '*'])('"%s" is not that', (text) => {
    expect(reply([], text)).toBeUndefined()
  })

  test('under a photo says nothing more', () => {
    expect(reply(['image'], '😬')).toMatch(/cannot look at pictures/)
  })
})

test('text alone is left to be answered', () => {
  expect(replyToNotText({ type: 'message', text: 'does it hurt' }, PICTURE)).toBeUndefined()
  expect(replyToNotText({ type: 'message', text: 'does it hurt', attachments: [] }, PICTURE)).toBeUndefined()
})

test.each(['image', 'audio', 'sticker', 'file'])('after %s an open question is asked again', async (type) => {
  const talk = await startTalk()
  await talk.says('I want to speak to a human')
  const said = await talk.sends(type)
  expect(said).toHaveLength(2)
  expect(said[1]?.text).toContain('Would you like to say?')
})
