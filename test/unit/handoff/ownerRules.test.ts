import { expect, test } from '@jest/globals'
import { afterOwner, heldUntil } from '../../../src/handoff/ownerRules.ts'
import { noon } from '../../support/conversationStores.ts'

const at = (minutes: number) => noon.plus({ minutes }).toJSDate()

test.each([
  ['was answered last, and nobody is called', { heardAt: at(0), staffSaidAt: at(1), isCalledFor: false }, 'bot'],
  ['was answered, and somebody is still called for', { heardAt: at(0), staffSaidAt: at(1), isCalledFor: true }, 'queue'],
  ['has written since', { heardAt: at(2), staffSaidAt: at(1), isCalledFor: false }, 'queue'],
  ['was never answered', { heardAt: at(0), staffSaidAt: null, isCalledFor: false }, 'queue'],
  ['never wrote', { heardAt: null, staffSaidAt: at(0), isCalledFor: false }, 'bot'],
] as const)(
  'the conversation of a patient who %s goes to the right place when its colleague is gone, and after a crisis to the queue',
  (_who, left, to) => {
    expect(afterOwner({ ...left, isQuiet: false })).toBe(to)
    expect(afterOwner({ ...left, isQuiet: true })).toBe('queue')
  },
)

test('thirty minutes of silence are too long', () => expect(heldUntil(noon)).toEqual(at(30)))
