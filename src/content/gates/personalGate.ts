import type { Gate } from '../checks.ts'
import { gate, quote } from './gate.ts'
import type { Example } from './newExamples.ts'

/** No new example tells who somebody is. `findPersonal`: what in a text may do so, in words. */
export const personalGate = (examples: readonly Example[], findPersonal: (text: string) => string[]): Gate =>
  gate(
    'personal',
    'No example tells who somebody is',
    examples.flatMap(({ title, text }) => {
      const found = findPersonal(text)
      return found.length > 0
        ? [`${quote(title)}: the example ${quote(text)} may tell who somebody is (${found.join(', ')}). Write it without.`]
        : []
    }),
  )
