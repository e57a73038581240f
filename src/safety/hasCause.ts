const denierBefore = / (?:not|no|never|stopped|finished|isnt|dont|without|havent|arent|wasnt)(?: \S+)? $/

/** Whether a sentence names one of these causes and does not deny it ("not breastfeeding"). */
export function hasCause(causes: RegExp, sentence: string): boolean {
  return [...sentence.matchAll(causes)].some(({ index }) => !denierBefore.test(sentence.slice(0, index)))
}
