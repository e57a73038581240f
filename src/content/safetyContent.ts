import { parse } from 'yaml'
import type { DraftChange } from './draft.ts'
import { fixedText, isTextId, textIds } from './fixedTexts.ts'
import { type Intent, programmes } from './intentSchema.ts'
import type { Language } from './languageSchema.ts'
import { mustSay } from './mustSay.ts'
import { folderOfPath, idOfPath } from './packFile.ts'
import type { Pack } from './readPack.ts'

export { mustSay } from './mustSay.ts'

/**
 * Whether somebody in danger or distress is answered with this file: the fixed safety texts, what is said to who writes in another
 * language, intents that call a person at once, and those that begin a dialog. They can be reworded with two people's approval, and neither
 * taken out nor switched off. `yaml`: what it says; of what cannot be read it is taken to be so.
 */
export function isSafetyFile(path: string, yaml: string): boolean {
  const [folder, id] = [folderOfPath(path), idOfPath(path)]
  if (folder === 'languages') return true
  if (folder === 'texts') return !isTextId(id) || fixedText(id).group === 'safety'
  if (!programmes.some((programme) => programme === folder)) return false
  try {
    const { worry, dialog } = (parse(yaml) ?? {}) as Partial<Pick<Intent, 'worry' | 'dialog'>>
    return worry?.person === 'soon' || dialog !== undefined
  } catch {
    return true
  }
}

/** How many people who wrote nothing of it must approve these changes. */
export function approvalsNeeded(
  changes: readonly Pick<DraftChange, 'path' | 'yaml' | 'base'>[],
  publishing: 'twoPeople' | 'onePerson',
): number {
  const isSafety = changes.some(({ path, yaml, base }) => [yaml, base].some((one) => one !== undefined && isSafetyFile(path, one)))
  if (isSafety) return 2
  return publishing === 'twoPeople' ? 1 : 0
}

/**
 * What of the safety texts and intents would be gone, one plain sentence each. `after` may be of files of which some could not be read:
 * what those should have said is not there.
 */
export function safetyFaults(before: Pack, after: Pack): string[] {
  return [
    ...textIds.flatMap((id) => textFaults(id, after)),
    ...before.languages.flatMap((language) => languageFaults(language, after)),
    ...before.intents.flatMap((intent) => intentFaults(intent, after)),
  ]
}

function textFaults(id: (typeof textIds)[number], { texts }: Pack): string[] {
  if (fixedText(id).group !== 'safety') return []
  const text = texts.find((one) => one.id === id)
  if (!text) return [`The safety text ${id} is missing, or says what it must not: it can be reworded, and not taken out.`]
  const versions = [[undefined, text.text] as const, ...Object.entries(text.languages).map(([code, one]) => [code, one.text] as const)]
  return versions.flatMap(([code, words]) =>
    mustSay(id, words, code).map((reason) => `The safety text ${id}${code ? ` in ${code}` : ''} ${reason}.`),
  )
}

function languageFaults({ language, englishName }: Language, { languages }: Pack): string[] {
  if (languages.some((one) => one.language === language)) return []
  return [`${englishName} is missing from the languages: it says how to ring 999 and to get an interpreter, and is not taken out.`]
}

function intentFaults({ id, worry, dialog }: Intent, { intents }: Pack): string[] {
  const callsPerson = worry?.person === 'soon'
  if (!callsPerson && !dialog) return []
  const now = intents.find((one) => one.id === id)
  if (!now) return [`${id} is missing: it can be reworded, and not taken out.`]
  return [
    ...(callsPerson && now.worry?.person !== 'soon' ? [`${id} no longer calls a person at once.`] : []),
    ...(dialog && now.dialog !== dialog ? [`${id} no longer begins what it began: ${dialog}.`] : []),
  ]
}
