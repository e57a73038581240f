import { asksWhoIAm } from './asksWhoIAm.ts'
import { callsForPerson } from './callsForPerson.ts'
import { plainWords } from './plainWords.ts'
import type { Said } from './turn.ts'

/** What is heard in every state, whatever question is open. */
export type Command = 'stop' | 'startAgain' | 'back' | 'whoAreYou' | 'person' | 'forgetMe'

const PATTERNS: Record<Command, RegExp[]> = {
  stop: [
    /(?:i want to |can we |lets )?stop(?: this| it| that| there| all this)?/,
    /stop (?:(?:the |this )?(?:chat|conversation)|asking(?: me)?(?: questions)?|(?:messaging|texting)(?: me)?)/,
    /quit|exit|never ?mind|forget (?:about )?it|leave it|cancel (?:this|that)|end(?: (?:the |this )?(?:chat|conversation))?/,
  ],
  startAgain: [
    /(?:can we |lets )?(?:start (?:again|over)|begin again|restart)|start|get started|from the (?:start|beginning)|(?:main )?menu/,
  ],
  back: [
    /(?:go )?back(?: a step| one| (?:a|one) question)?|(?:previous|last) question|undo|(?:can i |i want to |let me )?change (?:my|that|the last) answer/,
  ],
  whoAreYou: asksWhoIAm,
  person: callsForPerson,
  forgetMe: [
    /(?:that ?s|thats|that is|this is|it ?s|its|it was|that was) not me|that (?:isnt|wasnt) me|im not (?:her|him|that person)|(?:youve got |that is |thats )?the wrong person|someone else (?:is )?(?:using|on) (?:this|my) (?:phone|account)/,
    /forget (?:me|who i am|my details|about me)|log ?(?:me )?out|sign ?(?:me )?out/,
  ],
}

const BEFORE = '(?:(?:hi|hiya|hello|hey|please|pls|plz|sorry|ok|okay|actually|no|look|just|right|well|but|so|then) )*'
const AFTER = '(?: (?:please|pls|plz|now|today|here|instead|thanks|thank you|ta|x|duck|asap|if possible|if thats ok))*'

const commands = Object.entries(PATTERNS).map(([command, patterns]) => ({
  command: command as Command,
  wholly: new RegExp(`^${BEFORE}(?:${patterns.map(({ source }) => source).join('|')})${AFTER}$`),
}))

/** The command in what was said, if that is all that was said: "can I stop half way" is a question about the visit, not a command. */
export function readCommand({ text, value }: Said): Command | undefined {
  if (value !== undefined) return commands.find(({ command }) => command === value)?.command
  const typed = plainWords(text)
  return commands.find(({ wholly }) => wholly.test(typed))?.command
}
