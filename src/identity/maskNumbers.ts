import { findBirthDates } from './masking/findBirthDates.ts'
import { findNhsNumbers } from './masking/findNhsNumbers.ts'
import { findSxNumbers } from './masking/findSxNumbers.ts'
import { plainDigits } from './masking/plainDigits.ts'
import type { Span } from './masking/span.ts'

const mask = '•••'

export type Masked = { text: string; masked: boolean }

/**
 * A message without what identifies somebody: NHS numbers, SX numbers, and dates that are called a date of birth. Phone numbers, appointments,
 * times, prices and ages stay.
 */
export function maskNumbers(text: string): Masked {
  if (!/\p{Nd}/u.test(text)) return { text, masked: false }
  const plain = plainDigits(text)
  const spans = [...findNhsNumbers(plain), ...findSxNumbers(plain), ...findBirthDates(plain)].sort((one, other) => one.from - other.from)
  return { text: replaced(text, spans), masked: spans.length > 0 }
}

/** Spans that touch are one. */
function replaced(text: string, spans: Span[]): string {
  let result = ''
  let done = 0
  for (const { from, to } of spans) {
    if (from >= done) result += text.slice(done, from) + mask
    done = Math.max(done, to)
  }
  return result + text.slice(done)
}
