import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { loadPack } from '../../../src/content/loadPack.ts'
import { serviceFactsSchema } from '../../../src/content/serviceFactsSchema.ts'

const root = join(import.meta.dirname, '../../..')

/** The pack that a new installation starts with. */
export const { intents, guides } = await loadPack(join(root, 'intents'))
export const demo = serviceFactsSchema.parse(parse(await readFile(join(root, 'demo/service.yaml'), 'utf8')))

/** A text that patients read, and which part of which intent or guide it is. */
export type Said = { id: string; programme: string; part: string; text: string }

const said = ({ id, programme }: Pick<Said, 'id' | 'programme'>, parts: Record<string, string | undefined>): Said[] =>
  Object.entries(parts).flatMap(([part, text]) => (text ? [{ id, programme, part, text }] : []))

/** All that the pack says to patients, but for titles. */
export const texts: Said[] = [
  ...intents.flatMap(({ worry, answer, ...intent }) =>
    said(intent, { meets: worry?.meets, text: answer?.text, more: answer?.more, control: worry?.control }),
  ),
  ...guides.flatMap(({ intro, steps, outro, ...guide }) => [
    ...said(guide, { intro, outro }),
    ...steps.flatMap(({ text, van, static: building }, at) =>
      said(guide, { [`step ${at + 1}`]: text, [`step ${at + 1}, van`]: van, [`step ${at + 1}, building`]: building }),
    ),
  ]),
]

/** All that each intent or guide says, as one text: what must stand together with something is looked for in this. */
export const wholes = [...Map.groupBy(texts, ({ id }) => id)].map(([id, parts]) => ({
  id,
  text: parts.map(({ text }) => text).join('\n\n'),
}))
