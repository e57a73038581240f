const label = /^(?:my\s+)?nhs(?:\s*(?:number|num|no|nr))?(?:\s+is)?[\s.:#=-]*/i
/** What people, letters and copied text put between digits. */
const separators = /[\s.\-_/\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** The ten digits of an NHS number, however it was written; undefined when it is none. The last digit checks the others. */
export function readNhsNumber(text: string): string | undefined {
  const digits = text.normalize('NFKC').trim().replace(label, '').replace(separators, '')
  if (!/^\d{10}$/.test(digits) || /^0+$/.test(digits)) return undefined
  return nhsCheckDigit(digits.slice(0, 9)) === Number(digits[9]) ? digits : undefined
}

/** The tenth digit to these nine, by modulus 11; undefined where no number begins with them. */
export function nhsCheckDigit(nine: string): number | undefined {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : check
}
