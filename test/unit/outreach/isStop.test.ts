import { expect, test } from '@jest/globals'
import { isStop } from '../../../src/outreach/isStop.ts'

test.each([
  'STOP',
  'stop',
  'Stop.',
  ' STOP ALL ',
  'stopall',
  'UNSUBSCRIBE',
  'Please stop',
  'stop texting me',
  'Stop sending me messages!',
  'can you stop these texts',
  'no more texts',
  "don't text me",
  'do not contact this number',
  'unsubscribe me please',
  'please remove my number',
  'opt out',
  'END',
])('%j asks for no more', (text) => expect(isStop(text)).toBe(true))

test.each([
  '',
  'ok',
  'Cancel',
  'I need to cancel',
  'is there a bus stop',
  'which bus stop?',
  'I cant stop coughing',
  'can you send me a message',
  'the bleeding does not stop',
  'Yes',
  'at the end of the road?',
])('%j does not', (text) => expect(isStop(text)).toBe(false))
