import { parse } from 'yaml'
import { fieldsOfFile, fileWith, type IntentFields, linesOf } from './intentForm.ts'
import type { Intent } from './intentSchema.ts'

/** An intent as its fields would make it, for a look at it, whatever is still wrong with them; undefined without an answer. */
export function wouldBe(yaml: string | undefined, id: string, fields: IntentFields): Intent | undefined {
  const content = parse(fileWith(yaml, id, fields)) as Intent
  if (!content.answer?.text) return undefined
  const { worry, ...rest } = content
  return {
    ...rest,
    title: content.title ?? '',
    asked: content.asked ?? '',
    utterances: content.utterances ?? [],
    heard: content.heard ?? [],
    asksNothing: content.asksNothing ?? false,
    answer: { ...content.answer, followUps: content.answer.followUps ?? [] },
    ...(worry?.meets && worry.control && { worry }),
  }
}

/** The examples that stand already, in the draft or live: nobody refuses them now. */
export function linesOfFile(yaml: string | undefined, live: Intent | undefined): ReadonlySet<string> {
  const fields = fieldsOfFile(yaml)
  return new Set([...linesOf(fields.utterances), ...linesOf(fields.heard), ...(live?.utterances ?? []), ...(live?.heard ?? [])])
}
