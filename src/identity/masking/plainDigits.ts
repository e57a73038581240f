/** Where the ten digits begin: Arabic, Persian and Urdu, Hindi, Bengali, Punjabi, Gujarati, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xff10]

const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\uff10-\uff19]/g
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u3000]/g
const otherDashes = /[\u2010-\u2015\u2212]/g

/** Digits, spaces and dashes of other scripts and of typography as plain ones, each in its place. */
export function plainDigits(text: string): string {
  return text
    .replace(otherDigits, (digit) => String(worthOf(digit.charCodeAt(0))))
    .replace(otherSpaces, ' ')
    .replace(otherDashes, '-')
    .replaceAll('\u2019', "'")
}

function worthOf(code: number): number {
  const zero = zeros.findLast((first) => first <= code) ?? code
  return code - zero
}
