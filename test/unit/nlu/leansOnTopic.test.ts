import { expect, test } from '@jest/globals'
import { leansOnTopic } from '../../../src/nlu/leansOnTopic.ts'

test.each([
  'And on the van?',
  'what about parking',
  'How long does that take?',
  'is it free',
  'why',
  'Where?!',
  'but I am 72',
  'do they hurt',
  'IS THAT SO',
  'what if I’m late',
])('leans: %s', (text) => expect(leansOnTopic(text)).toBe(true))

test.each([
  'can I cancel my appointment',
  'where do I park',
  'does a mammogram hurt',
  'item',
  'I have been told that it takes longer than it did before',
  '',
  '😀',
])('stands by itself: %s', (text) => expect(leansOnTopic(text)).toBe(false))
