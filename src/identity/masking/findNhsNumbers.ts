import { hasCheckDigit } from './hasCheckDigit.ts'
import type { Span } from './span.ts'

/** Ten digits in a row, in threes and four as on a letter, or with a gap or two elsewhere: `999 123 4567`, `999-123-4567`, `9991234567`. */
const tenDigits =
  /(?<![\d+£$€])(?<!\d[.,/:])(?:\d{3}[ .-]{0,3}\d{3}[ .-]{0,3}\d{4}|\d{4}[ .-]{1,3}\d{3}[ .-]{1,3}\d{3}|\d{5}[ .-]{1,3}\d{5}|\d{2}(?: \d{2}){4})(?![\d])(?![.,/:]\d)/g

/** What is called an NHS number, though it was mistyped: a digit too few, too many, or a wrong one. */
const called =
  /\bn\.?h\.?s\.?[ -]{0,2}(?:(?:number|num|no|nr|id|#)\b\.?|#)?(?:[\s:=,.-]|\b(?:is|was|it'?s|its|my)\b){0,8}(\d(?:[ .-]{0,2}\d){8,10})(?![\d])/gi
const calledAfter =
  /(?<![\d+])(\d(?:[ .-]{0,2}\d){8,10})[ ,.(-]{0,4}(?:(?:is|it'?s|its|that'?s|as|was|my|the|our) ){0,3}n\.?h\.?s\.? ?(?:number|num|no\b|id\b)/gi

/** A number to ring is said to be one. */
const saidToBePhone =
  /(?:phone|mobile|mob|tel|telephone|ring|call|text|fax|whatsapp|landline)(?:[ :.,]|number|no\b|me|us|on|is|at|my|it'?s){0,8}$/i

/** NHS numbers: by their check digit, or because they are called so. Numbers that begin with 0 are for ringing, unless they are called so. */
export function findNhsNumbers(text: string): Span[] {
  const byCheckDigit = [...text.matchAll(tenDigits)]
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length, digits: found.replace(/\D/g, '') }))
    .filter(({ from, digits }) => digits[0] !== '0' && hasCheckDigit(digits) && !isPhone(text, from))
  const byName = [...text.matchAll(called), ...text.matchAll(calledAfter)]
    .map(({ index, 0: all, 1: found = '' }) => {
      const from = index + all.indexOf(found)
      return { from, to: from + found.length, digits: found.replace(/\D/g, '') }
    })
    .filter(({ digits }) => digits[0] !== '0' || digits.length === 10)
  return [...byCheckDigit, ...byName]
}

function isPhone(text: string, from: number): boolean {
  return (
    /(?:\+|\b00) ?44[ ()-]{0,3}$/.test(text.slice(Math.max(0, from - 12), from)) ||
    saidToBePhone.test(text.slice(Math.max(0, from - 30), from))
  )
}
