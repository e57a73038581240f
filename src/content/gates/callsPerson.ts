import type { Answered } from '../checks.ts'
import type { Intent } from '../intentSchema.ts'

/** The dialog that passes a conversation to staff. */
const PERSON = 'person'

/**
 * How surely a message reaches a person: 2, one is called; 1, it is not answered, and one is offered; 0, it is answered with something
 * else, and no more is heard of it.
 */
export function callsPerson(answered: Answered, intents: ReadonlyMap<string, Intent>): 0 | 1 | 2 {
  switch (answered.kind) {
    case 'danger':
      return 2
    case 'language':
    case 'unsure':
    case 'notUnderstood':
      return 1
    case 'understood':
      return answered.intents.some((id) => calls(intents.get(id))) ? 2 : 0
  }
}

const calls = (intent: Intent | undefined): boolean => intent?.worry?.person === 'soon' || intent?.dialog === PERSON
