import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Intent } from './intentSchema.ts'
import { plainMessage } from './plainMessage.ts'

export type Near = { text: string; intent: string; likeness: number }

/** The examples of a pack that a text is most like, best first, without the text itself; undefined while the pack is still being read. */
export type NearestExamples = (pack: readonly Intent[], text: string) => Promise<Near[] | undefined>

type Embedding = Float32Array
type Deps = {
  embed: (text: string) => Promise<Embedding>
  likeness: (one: Embedding, other: Embedding) => number
  /** Embeds an example of a pack, which may be known from before; as others when absent. */
  embedExample?: (text: string) => Promise<Embedding>
  /** Called when a pack has been read: what was embedded may be kept for the next start. */
  keep?: () => Promise<void>
}
type Example = { text: string; plain: string; intent: string; embedding: Embedding }

/** So many are told. */
const ASKED = 5
/** So many texts' neighbours are remembered for one pack. */
const REMEMBERED = 2000
/** A page waits so long for a pack to be read: after a change that is enough, the first time it is not. */
const WAIT_MS = 400

/**
 * Finds examples that mean nearly the same by the sentence model. The examples of a pack are embedded when it is first asked about, beside
 * other work; what was found is remembered for as long as the pack stays the same.
 */
export function createNearestExamples({ embed, likeness, embedExample = embed, keep }: Deps): NearestExamples {
  const embedded = new Map<string, Embedding>()
  let known: { pack: readonly Intent[]; examples: Promise<Example[]>; found: Map<string, Near[]> } | undefined

  async function embeddingOf(text: string): Promise<Embedding> {
    const before = embedded.get(text)
    if (before) return before
    const embedding = await embedExample(text)
    embedded.set(text, embedding)
    return embedding
  }

  async function examplesOf(pack: readonly Intent[]): Promise<Example[]> {
    const examples: Example[] = []
    const said = new Set<string>()
    for (const { id, utterances, heard } of pack)
      for (const text of [...utterances, ...heard]) {
        said.add(text)
        examples.push({ text, plain: plainMessage(text), intent: id, embedding: await embeddingOf(text) })
      }
    for (const text of embedded.keys()) if (!said.has(text)) embedded.delete(text)
    await keep?.()
    return examples
  }

  /** What failed is tried again by the next who asks. */
  function begin(pack: readonly Intent[]) {
    const examples = examplesOf(pack)
    examples.catch(() => {
      if (known?.pack === pack) known = undefined
    })
    return { pack, examples, found: new Map<string, Near[]>() }
  }

  return async (pack, text) => {
    known = known?.pack === pack ? known : begin(pack)
    const { examples, found } = known
    const before = found.get(text)
    if (before) return before
    const all = await within(WAIT_MS, examples)
    if (!all) return undefined
    const [plain, embedding] = [plainMessage(text), embedded.get(text) ?? (await embed(text))]
    const nearest = mostAlike(all, plain, (its) => likeness(embedding, its))
    if (found.size < REMEMBERED) found.set(text, nearest)
    await setImmediate()
    return nearest
  }
}

const within = <T>(ms: number, work: Promise<T>): Promise<T | undefined> => Promise.race([work, setTimeout(ms, undefined, { ref: false })])

function mostAlike(examples: readonly Example[], plain: string, likenessTo: (embedding: Embedding) => number): Near[] {
  const best: Near[] = []
  for (const { text, plain: its, intent, embedding } of examples) {
    if (its === plain) continue
    const likeness = likenessTo(embedding)
    const least = best.at(-1)
    if (best.length === ASKED && least && likeness <= least.likeness) continue
    best.splice(best.findLastIndex((one) => one.likeness >= likeness) + 1, 0, { text, intent, likeness })
    if (best.length > ASKED) best.pop()
  }
  return best
}
