import type { IntentExamples } from '../../src/nlu/classifier.ts'

/**
 * What an engine takes a text to mean, and how sure it says it is, from 0 to 1; undefined when it has no idea. `within`: how sure it is
 * of the intent if the text means one of them at all, where it says so.
 */
export type Guess = { intent: string; confidence: number; within?: number } | undefined

export type Taught = { read(text: string): Guess | Promise<Guess> }

/** An engine as its users get it. */
export type Engine = { learn(pack: IntentExamples[]): Promise<Taught> }

/** For engines that know no difference: what was heard among the other examples. */
export const inOne = ({ utterances, heard = [], ...rest }: IntentExamples): IntentExamples => ({
  ...rest,
  utterances: [...utterances, ...heard],
})
