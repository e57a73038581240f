import { describe, expect, test } from '@jest/globals'
import { tellsOfPastHarm } from '../../../dialogs/pastHarm.ts'

describe('something done to her once', () => {
  test.each([
    'I was raped years ago, will a woman do it',
    'Sexually abused when I was little, I cannot take my top off',
    'because of what happened to me I need to keep the door open',
    "I've got PTSD, can someone stay with me",
    'survivor of abuse here. Who will be in the room?',
    'my past trauma makes the smear hard',
    'I have had FGM, can they still do it',
  ])('is heard: %s', (text) => expect(tellsOfPastHarm(text)).toBe(true))

  test.each([
    'what happens if I am late',
    'what happened to my appointment',
    'the rapeseed is out, hay fever, can I still come',
    'verbally abusive receptionist yesterday',
    'grape allergy',
    'is the therapist allowed in',
    'got attacked by a swan, can I move my appointment',
    'head trauma ward is where I work',
  ])('is not read into: %s', (text) => expect(tellsOfPastHarm(text)).toBe(false))
})
