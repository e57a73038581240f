import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/nlu/decide.ts'
import { startTalk } from '../../support/talk.ts'

const texts = (said: { text: string }[]) => said.map(({ text }) => text)
const asksWhere = expect.stringContaining('Do you know where')
const step = (number: number) => expect.stringMatching(new RegExp(`^${number} of 10\\. `))
const carryOn = expect.stringContaining('Shall we carry on')

const understand = (text: string): Decision =>
  text === 'wear' ? { kind: 'understood', intents: ['what_to_wear'] } : { kind: 'notUnderstood', topics: [] }

async function talkInWalk(where: string | undefined = 'On a van') {
  const talk = await startTalk({ understand })
  await talk.opens()
  await talk.taps('walk:start')
  if (where) await talk.taps(where)
  return talk
}

describe('where the visit will be', () => {
  test.each([
    ['van', 'van'],
    ['The van', 'van'],
    ["I think it's on a van", 'van'],
    ['in a building', 'static'],
    ['the hospital', 'static'],
    ['2', 'static'],
    ['no', 'unknown'],
    ["I don't know", 'unknown'],
    ['no idea', 'unknown'],
    ["sorry, haven't a clue", 'unknown'],
  ])('may be typed: "%s"', async (text, place) => {
    const talk = await talkInWalk('')
    expect(texts(await talk.says(text))).toEqual([step(1)])
    expect(talk.session().walk).toEqual({ step: 0, place })
  })

  test.each(['yes', 'ok', 'next', 'back'])('is asked again after "%s"', async (text) => {
    const talk = await talkInWalk('')
    expect(texts(await talk.says(text))).toEqual([asksWhere])
  })

  test('is asked when she carries on from something else', async () => {
    const talk = await talkInWalk('')
    expect(texts(await talk.says('wear')).at(-1)).toEqual(carryOn)
    expect(texts(await talk.says('yes'))).toEqual([asksWhere])
  })

  test('is remembered when she begins anew', async () => {
    const talk = await talkInWalk()
    await talk.says('next')
    expect(texts(await talk.taps('walk:start'))).toEqual([expect.stringContaining('one small step at a time'), step(1)])
  })

  test('changes what is told', async () => {
    const told = async (where: string) => {
      const talk = await talkInWalk(where)
      await talk.says('next')
      return texts(await talk.says('next')).join()
    }
    expect(await told('On a van')).toContain('our van')
    expect(await told('In a building')).toContain('a room in a building')
    expect(await told('I do not know')).not.toMatch(/our van|a room in a building/)
  })
})

describe('from step to step', () => {
  test('there is nothing before the first', async () => {
    const talk = await talkInWalk()
    expect((await talk.taps('walk:back'))[0]).toEqual({ text: step(1), choices: ['Next', 'That is enough', 'Talk to a person'] })
  })

  test.each(['back', 'go back', 'Back a step', 'back please'])('"%s" goes back', async (text) => {
    const talk = await talkInWalk()
    await talk.says('next')
    expect(texts(await talk.says(text))).toEqual([step(1)])
  })

  test('after the last comes the end, and then nothing is left of it', async () => {
    const talk = await talkInWalk()
    for (let i = 2; i <= 10; i += 1) expect(texts(await talk.says('next'))).toEqual([step(i)])
    expect(texts(await talk.says('next'))).toEqual([expect.stringContaining('That is the whole visit.')])
    expect(talk.session().walk).toBeUndefined()
    expect(texts(await talk.says('wear'))).toHaveLength(1)
  })

  test('a tap on a button of one that is over begins anew', async () => {
    const talk = await talkInWalk()
    await talk.says('stop')
    expect(texts(await talk.taps('Next')).at(-1)).toEqual(asksWhere)
  })

  test('a tap that ends one that is over, or says where, does just that', async () => {
    const talk = await talkInWalk()
    await talk.says('stop')
    expect(texts(await talk.taps('That is enough'))).toEqual([expect.stringContaining('we will leave it there')])
    expect(texts(await talk.taps('In a building'))).toEqual([step(1)])
  })

  test('it counts as understood', async () => {
    const talk = await talkInWalk()
    await talk.says('blorp')
    await talk.says('next')
    expect(texts(await talk.says('blorp'))).toEqual([expect.stringContaining('I did not understand')])
  })
})

describe('something else in between', () => {
  test('is answered, keeps the place, and carrying on is offered', async () => {
    const talk = await talkInWalk()
    await talk.says('next')
    expect(texts(await talk.says('wear'))).toEqual([expect.stringContaining('undress'), carryOn])
    expect(talk.session().walk).toEqual({ step: 1, place: 'van' })
    expect(texts(await talk.says('carry on'))).toEqual([step(2)])
    expect(texts(await talk.says('next'))).toEqual([step(3)])
  })

  test.each(['no', 'no thanks', 'That is enough'])('"%s" to carrying on ends it', async (text) => {
    const talk = await talkInWalk()
    await talk.says('wear')
    expect(texts(await talk.says(text))).toEqual([expect.stringContaining('we will leave it there')])
    expect(texts(await talk.says('wear'))).toHaveLength(1)
  })

  test('a form comes before it', async () => {
    const talk = await talkInWalk()
    await talk.says('I want to speak to a human')
    expect(texts(await talk.says('next')).join()).toContain('Would you like to say?')
    expect(texts(await talk.says('wear'))).toEqual([expect.stringContaining('undress'), expect.stringContaining('Would you like to say?')])
    await talk.says('no')
    expect(texts(await talk.says('wear')).at(-1)).toEqual(carryOn)
  })
})

test.each(['stop', 'start again'])('"%s" ends it', async (text) => {
  const talk = await talkInWalk()
  await talk.says(text)
  expect(talk.session().walk).toBeUndefined()
})

test('opening the chat ends it', async () => {
  const talk = await talkInWalk()
  await talk.opens()
  expect(talk.session().walk).toBeUndefined()
})

describe('without a guide in the pack', () => {
  test('it is not offered, and asking for it is answered as any question', async () => {
    const talk = await startTalk({ without: 'guide', understand: () => ({ kind: 'understood', intents: ['what_happens'] }) })
    await talk.opens()
    const said = await talk.says('walk me through it')
    expect(texts(said)).toEqual([expect.stringContaining('You undress')])
    expect(said.flatMap(({ choices }) => choices)).not.toContain('Walk me through it')
  })

  test('a button of an older one is read as its words', async () => {
    const talk = await startTalk({ without: 'guide', understand })
    await talk.opens()
    expect(texts(await talk.taps('walk:start'))).toEqual([expect.stringContaining('I did not understand')])
  })
})
