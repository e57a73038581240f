import type { CheckField } from '../../identity/checkPerson.ts'

/** What stands in the fields, as it was typed. */
export type TypedDetails = { number: string; day: string; month: string; year: string; mobile: string }

/** What is wrong with it: with a field, or (`both`) with the two together. */
export type CheckFaults = Partial<Record<'number' | 'born' | 'mobile' | 'both', string>>

export const emptyForm: TypedDetails = { number: '', day: '', month: '', year: '', mobile: '' }

const longestField = 60

/** A repeated field counts once; what is longer than anything to be typed here is cut. */
export function readCheckForm(body: URLSearchParams): TypedDetails {
  const field = (name: string) => (body.get(name) ?? '').trim().slice(0, longestField)
  return { number: field('number'), day: field('day'), month: field('month'), year: field('year'), mobile: field('mobile') }
}

/** The date as one text; somebody may have typed all of it into the first field. */
export const dateTyped = ({ day, month, year }: TypedDetails): string => [day, month, year].filter((part) => part !== '').join(' ')

/** What to say of fields that could not be read. */
export function faultsOf(typed: TypedDetails, unreadable: readonly CheckField[]): CheckFaults {
  const { number, day, month, year } = typed
  return {
    ...(unreadable.includes('number')
      ? {
          number:
            number === ''
              ? 'Enter the number from your letter'
              : 'That does not look like a number from your letter. An NHS number has 10 digits; an SX number has letters and then digits',
        }
      : {}),
    ...(unreadable.includes('dateOfBirth')
      ? {
          born: [day, month, year].includes('')
            ? 'Please give the day, month and year'
            : 'That does not look like a date of birth. Please give the day, month and year, such as 15 3 1960',
        }
      : {}),
    ...(unreadable.includes('mobile')
      ? { mobile: 'That does not look like a mobile number. Enter one such as 07700 900123, or leave this empty' }
      : {}),
  }
}

/** The same whether the number is unknown or a detail is wrong. */
export function mismatchFault(triesLeft: number): CheckFaults {
  const left = triesLeft === 1 ? 'You can try once more' : `You can try ${triesLeft} more times`
  return { both: `We could not find you with these details. Please compare them with your letter. ${left}` }
}
