import { describe, expect, test } from '@jest/globals'
import { readMessage } from '../../../src/safety/readMessage.ts'
import { tellsOfDeath } from '../../../src/safety/tellsOfDeath.ts'

describe('a death', () => {
  test.each([
    'she has died',
    "She's passed away.",
    'my mum has sadly died',
    'Mrs Jones has passed away',
    "my wife's dead",
    'mum died 3 weeks ago and this came through the door',
    "You've sent a letter to my mum. She's dead.",
    'mum has passed',
    "dad's gone, he passed this morning",
    'my mother in law is no longer with us',
    'the lady is deceased',
  ])('is told: %s', (text) => expect(tellsOfDeath(readMessage(text))).toBe(true))

  test.each([
    'i wish i was dead',
    'my arm is dead',
    'im dead',
    'she nearly died',
    'found nan dead in her chair',
    'he is dying',
    'dad is dead what do i do he is in the bath',
    "he's just died in front of me",
    'she was dead nice',
    "she's dead scared of it",
    'she passed on her appointment',
    'he passed his driving test',
  ])('is not told: %s', (text) => expect(tellsOfDeath(readMessage(text))).toBe(false))
})
