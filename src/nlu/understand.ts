import type { Classification, Classifier } from './classifier.ts'
import { type Decision, decide } from './decide.ts'
import { leansOnTopic } from './leansOnTopic.ts'
import { splitNeeds } from './splitNeeds.ts'

/** What was talked about last, in a patient's words, and what is often asked after it. */
export type Topic = { intent: string; asked: string; followUps: string[] }

/** What to do with a message, and what it may mean, best first, where that was weighed. */
export type Meaning = Decision & { likely?: Classification }

export type Understanding = { decision: Decision; classification: Classification }

/** From here on a message says enough by itself. */
const CERTAIN = 0.8
/** A part of a message must be this clear to be a need of its own. */
const CLEAR = 0.6
/** And one of so many that the whole message most likely means. */
const AMONG = 4
const MOST_NEEDS = 3
/** How much likelier what is often asked after a topic becomes, when a message leans on that topic. */
const FOLLOWS = 1.5

/**
 * What a message means: one need or several, read by itself or after what was talked about last. `isSmallTalk` tells the intents that ask
 * nothing, as a greeting does.
 */
export async function understand(
  classifier: Classifier,
  text: string,
  topic?: Topic,
  isSmallTalk: (intent: string) => boolean = () => false,
): Promise<Understanding> {
  const classification = await classifyBesideSmallTalk(classifier, text, isSmallTalk)
  if (topic && leansOnTopic(text) && (classification[0]?.confidence ?? 0) < CERTAIN) {
    const after = await readAfter(classifier, classification, `${topic.asked} ${text}`, topic)
    return { classification: after, decision: decide(after) }
  }
  const needs = await needsIn(classifier, text, classification)
  return { classification, decision: needs.length > 1 ? { kind: 'understood', intents: needs } : decide(classification) }
}

/** "Hi there, hope you are well. How long does it take?": where the whole sounds like small talk, the one part that asks is what counts. */
async function classifyBesideSmallTalk(classifier: Classifier, text: string, isSmallTalk: (intent: string) => boolean) {
  const whole = await classifier.classify(text)
  const [part, another] = splitNeeds(text)
  if (!whole[0] || !isSmallTalk(whole[0].intent) || !part || another) return whole
  const asked = await classifier.classify(part)
  return asked[0] && asked[0].confidence >= CLEAR && !isSmallTalk(asked[0].intent) ? asked : whole
}

/**
 * The needs that stand clearly in a message which asks for several things, in order, each once: clear in their own part, and among what
 * the whole may mean. What is only told on the way is no need.
 */
async function needsIn(classifier: Classifier, text: string, whole: Classification): Promise<string[]> {
  const parts = splitNeeds(text)
  if (parts.length < 2) return []
  const likely = new Set(whole.slice(0, AMONG).map(({ intent }) => intent))
  const read = await Promise.all(parts.map((part) => classifier.classify(part)))
  const clear = read.flatMap(([best]) => (best && best.confidence >= CLEAR && likely.has(best.intent) ? [best.intent] : []))
  return [...new Set(clear)].slice(0, MOST_NEEDS)
}

/** "And on the van?" after "what shall I wear": the words with and without the topic before them count alike. */
async function readAfter(classifier: Classifier, alone: Classification, withTopic: string, topic: Topic): Promise<Classification> {
  const after = await classifier.classify(withTopic)
  const shares = new Map(alone.map(({ intent, confidence }) => [intent, confidence / 2]))
  for (const { intent, confidence } of after) shares.set(intent, (shares.get(intent) ?? 0) + confidence / 2)
  const likelier = (intent: string) => (topic.followUps.includes(intent) ? FOLLOWS : 1)
  return Array.from(shares, ([intent, share]) => ({ intent, confidence: Math.min(1, share * likelier(intent)) })).sort(
    (a, b) => b.confidence - a.confidence,
  )
}
