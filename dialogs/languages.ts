import { PERSON } from './choices.ts'
import { callPerson } from './person.ts'
import { sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'

/** A message in another language gets fixed words in that language, with an interpreter and a person offered. True when it was one. */
export async function answerInTheirLanguage(turn: Turn, text: string): Promise<boolean> {
  const { context, deps, facts, session } = turn
  const language = deps.languageOf(text)
  if (!language) return false
  session.misses = 0
  session.language = language.language
  await sayAtOnce(context, deps.fillFacts(language.text, facts), [
    { title: language.interpreter, value: 'interpreter' },
    { title: language.person, value: PERSON.value },
  ])
  return true
}

/** A person is called with the language that the patient wrote in, where it was not English, and without questions in English. */
export function inTheirLanguage({ deps, session }: Turn): { note?: string; withoutForm?: boolean } {
  const language = deps.language(session.language ?? '')
  return language ? { note: `Wrote in ${language.englishName}`, withoutForm: true } : {}
}

/** An interpreter was asked for under those words: staff are told which language. */
export async function callInterpreter(turn: Turn): Promise<void> {
  const language = turn.deps.language(turn.session.language ?? '')
  await callPerson(turn, 'asked', { note: `Needs an interpreter${language ? `: ${language.englishName}` : ''}`, withoutForm: true })
}
