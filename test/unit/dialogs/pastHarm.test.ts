import { describe, expect, test } from '@jest/globals'
import { tellsOfPastHarm } from '../../../dialogs/pastHarm.ts'

describe('something done to her once', () => {
  test.each([
    'I was raped years ago, will a woman do it',
    'i was rapped years ago',
    'Sexually abused when I was little, I cannot take my top off',
    'I was sexually assulted at uni',
    'because of what happened to me I need to keep the door open',
    'I cant be touched after what happened to me',
    "I've got PTSD, can someone stay with me",
    'I have CPTSD, can I bring my wife',
    'complex post traumatic stress disorder here, who will be in the room',
    'survivor of abuse here. Who will be in the room?',
    'domestic violence survivor, can a woman do it',
    'CSA survivor and dreading the smear',
    'history of abuse, can I have a woman',
    'been through abuse so I need time',
    'I was abused by my uncle',
    'i was touched as a child',
    'traumatic birth, scared of smear',
    'my past trauma makes the smear hard',
    'I have had FGM, can they still do it',
  ])('is heard: %s', (text) => expect(tellsOfPastHarm(text)).toBe(true))

  test.each([
    'what happens if I am late',
    'what happened to my appointment',
    'what happened to me results',
    'what happened to me letter its been 3 weeks',
    'What happened to me aunt, she got recalled',
    'what they did to me last time hurt so much',
    'the rapeseed is out, hay fever, can I still come',
    'oilseed rape hay fever',
    'there are rape fields near the van',
    'my friend is a rape counsellor',
    "I'm not a victim of rape",
    'what is FGM',
    'do you do fgm clinics',
    'has my data been interfered with',
    'verbally abusive receptionist yesterday',
    'I was verbally abused by your receptionist',
    'grape allergy',
    'is the therapist allowed in',
    'got attacked by a swan, can I move my appointment',
    'head trauma ward is where I work',
  ])('is not read into: %s', (text) => expect(tellsOfPastHarm(text)).toBe(false))
})
