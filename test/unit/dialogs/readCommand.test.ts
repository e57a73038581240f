import { describe, expect, test } from '@jest/globals'
import { type Command, readCommand } from '../../../dialogs/heardAlways.ts'

const commands: Record<Command, string[]> = {
  stop: [
    'stop',
    'Stop!',
    'please stop',
    'ok stop',
    'stop now please',
    'stop it',
    'stop the chat',
    'stop messaging me',
    'stop asking me questions',
    'quit',
    'EXIT',
    'never mind',
    'nevermind',
    'forget it',
    'forget about it',
    'leave it',
    'cancel that',
    'end chat',
    'I want to stop',
  ],
  startAgain: [
    'start again',
    'Start over please',
    "let's start again",
    'can we start again',
    'restart',
    'begin again',
    'menu',
    'main menu',
    'from the beginning',
    'start',
  ],
  back: [
    'back',
    'go back',
    'Go back please',
    'sorry, go back',
    'go back a step',
    'back one question',
    'previous question',
    'undo',
    'change my answer',
    'can I change that answer',
  ],
  whoAreYou: [
    'are you a robot',
    'Are you a bot?',
    'are you real?',
    'are you human',
    'are you a real person',
    'r u a bot',
    'is this a bot',
    'is this automated?',
    'is this a real person',
    'is it a robot',
    'am I talking to a person or a machine',
    'Am I chatting with a computer?',
    'who are you',
    'what are you?',
    'who am I talking to',
    'are you a nurse',
    'is this a machine answering me',
  ],
  person: [
    'person',
    'a person please',
    'Human',
    'real person',
    'staff',
    'operator',
    'I want to speak to a human',
    'I want a person',
    'I need a real person',
    'can I speak to someone please',
    'Can I talk to a nurse?',
    'Hello, could I speak with one of your staff',
    'talk to a person',
    'speak to somebody',
    "I'd like to speak to a lady",
    'I’d rather talk to a person',
    'I would like to chat with a member of staff',
    'let me talk to someone',
    'how do I get through to someone',
    'put me through to the office',
    'get me a human',
    'can I have a real person please',
    'speak to someone about my results',
    'can I talk to someone not a bot',
    'could somebody ring me back',
    'can someone call me please',
  ],
}

describe.each(Object.entries(commands))('%s', (command, texts) => {
  test.each(texts)('is "%s"', (text) => {
    expect(readCommand({ text })).toBe(command)
  })

  test('is a tap of that value, whatever it reads', () => {
    expect(readCommand({ text: 'Does it hurt?', value: command })).toBe(command)
  })
})

describe('a question about the visit, or about anything else, is no command', () => {
  test.each([
    'is it a woman who does it',
    'can I stop the scan half way',
    'can I stop it if it hurts',
    'will they stop if I ask',
    'can you stop',
    'stop sending me letters',
    'how do I stop the letters',
    'I want to stop smoking',
    'the bus stop',
    'can I cancel that appointment',
    'never mind the pain, is it safe',
    'leave it till Friday',
    'the end',
    'when does it start',
    'start of the menopause',
    'can I go back to work after',
    'my back hurts',
    "they've asked me to go back",
    'I have been called back',
    'last question, does it hurt',
    'can I talk to the nurse during the mammogram',
    'can I speak to the woman who does it',
    'do I have to talk to anyone',
    'will I be talking to a person on the day',
    "I don't want to speak to a person",
    "I'd rather not talk to a person",
    'I spoke to a nurse yesterday',
    'my sister said talk to a nurse',
    'does the lady speak Polish',
    'can I have a woman',
    'can I have someone else',
    'can I have someone with me',
    'can someone tell me where it is',
    'can somebody help me with the form',
    'are there any people on the van',
    'which staff work there',
    'are the staff friendly',
    'is this real',
    'is it real',
    'is it a machine',
    'is this a real person who reads my x-ray',
    'is this message from a real service',
    'who are the people on the van',
    'what are you looking for',
    'what are you going to do',
    'are you open',
    'person centred care',
    'talk me through it, is a woman there',
    '',
    '???',
    '👍',
  ])('"%s"', (text) => {
    expect(readCommand({ text })).toBeUndefined()
  })

  test('nor is a tap of something else, even where it reads like one', () => {
    expect(readCommand({ text: 'stop', value: 'intent:what_happens' })).toBeUndefined()
    expect(readCommand({ text: 'person', value: 'constructor' })).toBeUndefined()
  })
})

test('a very long message is read in no time', () => {
  const started = performance.now()
  for (const word of ['please ', 'can i speak to a ', 'hi ', 'real a an the ', 'about ']) readCommand({ text: word.repeat(5000) })
  expect(performance.now() - started).toBeLessThan(500)
})
