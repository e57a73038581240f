import type { LanguageFinding } from './checkLanguages.ts'
import type { Language } from './language.ts'
import type { LanguageReplies } from './languageReplies.ts'
import { arabicReplies } from './replies/ar.ts'
import { bengaliReplies } from './replies/bn.ts'
import { welshReplies } from './replies/cy.ts'
import { punjabiReplies } from './replies/pa.ts'
import { polishReplies } from './replies/pl.ts'
import { portugueseReplies } from './replies/pt.ts'
import { romanianReplies } from './replies/ro.ts'
import { urduReplies } from './replies/ur.ts'

export const languageReplies: Readonly<Record<Language, LanguageReplies>> = {
  cy: welshReplies,
  pl: polishReplies,
  ro: romanianReplies,
  pt: portugueseReplies,
  ur: urduReplies,
  pa: punjabiReplies,
  bn: bengaliReplies,
  ar: arabicReplies,
}

/** The fixed words for a finding, in the person's language: what to do now. */
export function languageReply(language: Language, { kind, programme }: Pick<LanguageFinding, 'kind' | 'programme'>): string {
  const replies = languageReplies[language]
  if (kind !== 'symptom') return replies[kind]
  if (programme === 'eye') return replies.eye
  return programme === 'bowel' ? `${replies.symptom}\n\n${replies.bowel}` : replies.symptom
}
