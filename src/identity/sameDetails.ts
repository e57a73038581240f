import { createHash, timingSafeEqual } from 'node:crypto'
import type { LetterNumber } from './letterNumber.ts'
import type { PersonOnRecord } from './personOnRecord.ts'

/** Compared with where there is nobody, so that it takes as long. No number and no date reads like this. */
const nobody: PersonOnRecord['details'] = { dateOfBirth: '-', nhsNumber: '-', sxNumber: '-' }

/** Whether number and date of birth are the person's own. Everything is compared always, in the same time. */
export function sameDetails(person: PersonOnRecord | undefined, number: LetterNumber, dateOfBirth: string): boolean {
  const { dateOfBirth: born, nhsNumber = '-', sxNumber = '-' } = person?.details ?? nobody
  const sameNumber = 'nhs' in number ? same(number.nhs, nhsNumber) : same(number.sx, sxNumber)
  const sameBirth = same(dateOfBirth, born)
  return (sameNumber & sameBirth & Number(person !== undefined)) === 1
}

function same(one: string, other: string): number {
  return Number(timingSafeEqual(digest(one), digest(other)))
}

/** Of the same length whatever is compared. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
