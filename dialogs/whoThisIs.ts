import type { ServiceFacts } from '../src/content/serviceFactsSchema.ts'

const LOOKED_AT =
  'prepares the answers here, and a person in our team looks at them before they are sent. What cannot wait, it says at once.'

/** Who she is writing to. `again`: she has been told before; `plainly`: she asks. */
export function whoThisIs({ name, answering }: ServiceFacts, how?: 'again' | 'plainly'): string {
  if (answering === 'assist')
    return `This is ${name}. An automated assistant${how === 'plainly' ? ', a computer program,' : ''} ${LOOKED_AT}`
  if (how === 'plainly') return `I am the automated assistant of ${name}: a computer program, not a person.`
  return `${how === 'again' ? 'This is' : 'I am'} the automated assistant of ${name}.`
}
