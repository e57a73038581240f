/** Whether the last of ten digits checks the others, as in an NHS number: weights ten to two, modulo eleven. Ten equal digits are nobody's. */
export function hasCheckDigit(tenDigits: string): boolean {
  const digits = [...tenDigits].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, n) => total + digit * (10 - n), 0)
  const check = (11 - (sum % 11)) % 11
  return digits.length === 10 && check === digits[9] && new Set(digits).size > 1
}
