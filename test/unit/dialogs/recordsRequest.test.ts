import { describe, expect, test } from '@jest/globals'
import { startTalk } from '../../support/talk.ts'

async function reasonsAfter(text: string): Promise<string[]> {
  const talk = await startTalk()
  await talk.says(text)
  return talk.escalations.map(({ reason }) => reason)
}

describe('records', () => {
  test.each([
    'Can I see my screening records?',
    'Subject access request for my mammogram records please',
    'GDPR request, who do I write to',
    'delete my messages please',
    'I would like a copy of my medical records',
    "I'd like to see all of my data",
    'please can you send me my records',
    "Can I get a copy of everything you've got on file about me?",
    'can you delete this conversation',
    'I want you to erase my data',
  ])('are asked for: %s', async (text) => {
    expect(await reasonsAfter(text)).toEqual(['records'])
  })

  test.each([
    'who can see my messages on here',
    'do you share my data',
    'I want to opt out of my records being used for research',
    'can an employer get my screening history off you',
    'can you see my records',
    'is my info shared with research',
    'how long do you keep my records?',
  ])('are not asked for: %s', async (text) => {
    expect(await reasonsAfter(text)).not.toContain('records')
  })
})
