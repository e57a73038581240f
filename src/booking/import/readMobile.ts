/** A mobile number with its country, such as +447700900123; undefined when it is none. Spreadsheets drop the first 0. */
export function readMobile(text: string): string | undefined {
  const digits = text.replace(/[\s\-().]/g, '').replace(/^00/, '+')
  const british = /^(?:\+44|0|44)?(7\d{9})$/.exec(digits.replace('+440', '+44'))?.[1]
  if (british) return `+44${british}`
  return /^\+(?!44)[1-9]\d{7,14}$/.test(digits) ? digits : undefined
}
