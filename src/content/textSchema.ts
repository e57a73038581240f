import { z } from 'zod'
import { placeholdersOf } from './fillFacts.ts'
import { type FixedText, fixedText, isTextId, safetyLanguages, type TextId } from './fixedTexts.ts'
import { daySchema, idSchema, sourceSchema } from './intentSchema.ts'
import { mustSay } from './mustSay.ts'

/** Fits a Messenger bubble with buttons. */
const bubble = z.string().trim().min(1).max(640)

/** The whole text in another language. `checkedBy`: the native speaker who has read it. */
const versionSchema = z
  .strictObject({
    text: bubble,
    nativeCheck: z.enum(['awaiting', 'done']),
    checkedBy: z.string().trim().min(1).max(80).optional(),
  })
  .refine(({ nativeCheck, checkedBy }) => nativeCheck === 'awaiting' || checkedBy, {
    error: 'must be named',
    path: ['checkedBy'],
  })

/** One file of `intents/texts/`: what the bot says by the text's id, in words that the service may choose within what it must say. */
export const textSchema = z
  .strictObject({
    id: idSchema,
    /** For admins. */
    title: z.string().trim().min(1).max(60),
    /** When it is said, for admins. */
    where: z.string().trim().min(1).max(300),
    text: bubble,
    languages: z.record(z.string(), versionSchema).default({}),
    source: sourceSchema,
    reviewed: daySchema,
    reviewBy: daySchema,
  })
  .refine(({ reviewed, reviewBy }) => reviewBy > reviewed, { error: 'must be after reviewed', path: ['reviewBy'] })
  .superRefine(({ id, text, languages }, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (!isTextId(id)) return refuse(['id'], 'the bot says no text of this id')
    for (const reason of wordingFaults(id, text)) refuse(['text'], reason)
    for (const [language, version] of Object.entries(languages))
      for (const reason of wordingFaults(id, version.text, language)) refuse(['languages', language, 'text'], reason)
    for (const language of unsaid(fixedText(id), Object.keys(languages)))
      refuse(['languages', language], 'the bot says this text in no such language')
    for (const language of lacking(fixedText(id), Object.keys(languages))) refuse(['languages', language], 'must be there')
  })

export type Text = z.infer<typeof textSchema> & { id: TextId }

function wordingFaults(id: TextId, text: string, language?: string): string[] {
  // That it is empty is told already.
  if (text === '') return []
  const { facts, own = {} } = fixedText(id)
  const known = [...facts, ...Object.keys(own)] as string[]
  const strange = placeholdersOf(text).filter((name) => !known.includes(name))
  const isBroken = /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))
  return [
    ...strange.map((name) => `must not name {{${name}}}`),
    ...(isBroken ? ['must not have braces without their partner'] : []),
    ...mustSay(id, text, language),
  ]
}

const isSpoken = (language: string): boolean => safetyLanguages.some((one) => one === language)

const unsaid = (text: FixedText, languages: string[]): string[] =>
  languages.filter((language) => text.languages === 'none' || !isSpoken(language))

const lacking = (text: FixedText, languages: string[]): string[] =>
  text.languages === 'needed' ? safetyLanguages.filter((language) => !languages.includes(language)) : []
