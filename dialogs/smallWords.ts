import { PERSON } from './choices.ts'
import { plainWords } from './plainWords.ts'
import { say } from './say.ts'
import type { Turn } from './turn.ts'
import { readYesOrNo } from './yesOrNo.ts'

const OK =
  /^(ok|okay|okey doke|k|kk|right|right ok|ok then|alright|all right|fine|thats fine|good|great|i see|oh|oh ok|oh right|ah ok|got it|understood|fair enough|maybe|perhaps)$/

const REPLIES = {
  yes: 'What would you like to know? A few words are enough.',
  no: 'All right. If there is something you would like to know, just write it in your own words.',
  ok: 'Is there anything else you would like to know?',
}

/** A "yes", "no" or "ok" and nothing else. */
export function isSmallWord(text: string): boolean {
  return readSmallWord(text) !== undefined
}

/** Answers a small word that belongs to no question of ours: it asks nothing, and there is nothing in it to misunderstand. */
export async function answerSmallWord({ context, session }: Turn, text: string): Promise<boolean> {
  const word = readSmallWord(text)
  if (!word) return false
  session.misses = 0
  await say(context, REPLIES[word], [PERSON])
  return true
}

function readSmallWord(text: string): keyof typeof REPLIES | undefined {
  return readYesOrNo(text) ?? (OK.test(plainWords(text)) ? 'ok' : undefined)
}
