import type { Span } from './span.ts'

/** An office's letters and then digits, written together: `WSB201960`, `wsb-201960`. */
const together = /(?<![\p{L}\p{N}])(\p{L}{2,4})[-/]?\d{5,8}(?![\p{L}\p{N}])/gu
/** With a space between, in capitals: `WSB 201960`. */
const apart = /(?<![\p{L}\p{N}])(\p{Lu}{3,4}) {1,2}\d{3} ?\d{2,4}(?![\p{L}\p{N}])/gu
/** What is called an SX number, with letters or without. */
const called =
  /\bsx[ -]{0,2}(?:(?:number|num|no|nr|ref|reference|id)\b\.?|#)?(?:[\s:=,.-]|\b(?:is|was|it'?s|its|my)\b){0,8}((?:\p{L}{2,4}[ -]{0,2})?\d(?:[ -]?\d){4,7})(?![\p{L}\p{N}])/giu
const calledAfter = /(?<![\p{L}\p{N}])((?:\p{L}{3}[ -]{0,2})?\d(?:[ -]?\d){4,7}) {0,2}(?:(?:is|it'?s|that'?s|as|was|my|the) ){1,3}sx\b/giu

/** Letters before a number that are words, months, money, or another kind of number. */
const otherWords = new Set(
  `at am an as be by do go he if in is it me my no of ok on or pm so to up us we
  act age and are ask but buy can day did dob ext eur fax fee for gbp get got had has her him his how inc its let mob mrn nhs not now off one our out
  pay pin ref say see she sms tel ten the try two usd via was who why win you jan feb mar apr may jun jul aug sep oct nov dec
  born bill call code cost date flat from have into just line only over plus ring room said slot sept text than that this time unit ward what when with year your`.split(
    /\s+/,
  ),
)

/** Numbers that look like the SX numbers on letters, or are called so. */
export function findSxNumbers(text: string): Span[] {
  const byLook = [...text.matchAll(together), ...text.matchAll(apart)]
    .filter(({ 1: letters = '' }) => !otherWords.has(letters.toLowerCase()))
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
  const byName = [...text.matchAll(called), ...text.matchAll(calledAfter)].map(({ index, 0: all, 1: found = '' }) => {
    const from = index + all.lastIndexOf(found)
    return { from, to: from + found.length }
  })
  return [...byLook, ...byName]
}
