import { expect, test } from '@jest/globals'
import { splitNeeds } from '../../../src/nlu/splitNeeds.ts'

test.each([
  ['two questions', 'Can I move it? Is there parking?', ['Can I move it?', 'Is there parking?']],
  ['two lines', 'can I move it\nis there parking', ['can I move it', 'is there parking']],
  ['one sentence that goes on to ask', 'can I move it and is there parking', ['can I move it', 'is there parking']],
  ['a wish after a question', 'Does it hurt? I need to cancel', ['Does it hurt?', 'I need to cancel']],
  ['also, plus and but', 'what do I wear, also how long is it, plus can I park', ['what do I wear', 'how long is it', 'can I park']],
  ['what is asked politely', 'hi can I book please and also where are you', ['hi can I book please', 'where are you']],
  ['what is told beside what is asked', 'My mum is ill. Can I bring her? Is there a lift?', ['Can I bring her?', 'Is there a lift?']],
])('splits %s', (_, text, parts) => expect(splitNeeds(text)).toEqual(parts))

test.each([
  ['one need', 'can I change my appointment to Friday'],
  ['two things of one kind', 'can I come with my mum and my sister'],
  ['a story with one question', 'I was ill last week and I missed it. Can I have another one?'],
  ['words that ask for nothing', 'My name is Ann. I live in Leeds. Thanks a lot.'],
  ['nothing', ''],
])('leaves alone: %s', (_, text) => expect(splitNeeds(text).length).toBeLessThan(2))
