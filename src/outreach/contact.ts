/**
 * A UK mobile number in one form, 447700900123, however it was written; undefined for what is none: a landline gets no text.
 * Numbers of other countries need their + or 00.
 */
export function mobileNumber(written: string | undefined): string | undefined {
  const bare = (written ?? '').replace(/\(0\)/, '').replace(/[\s().-]/g, '')
  if (!/^\+?\d{8,15}$/.test(bare)) return undefined
  if (/^(?:\+|00)/.test(bare)) return mobileOf(bare.replace(/^(?:\+|00)/, ''))
  return /^0?7\d{9}$/.test(bare) ? `44${bare.replace(/^0/, '')}` : mobileOf(bare.startsWith('44') ? bare : '')
}

/** The same with its +, to be kept: read again it is the same number, whichever country's. */
export function mobileToKeep(written: string): string | undefined {
  const digits = mobileNumber(written)
  return digits && `+${digits}`
}

/** British ones are known by their 7; which numbers of another country are mobile is Notify's to say. */
function mobileOf(digits: string): string | undefined {
  const british = digits.startsWith('44') ? digits.replace(/^440/, '44') : undefined
  if (british) return /^447\d{9}$/.test(british) ? british : undefined
  return digits.length >= 8 ? digits : undefined
}

/** An address in one form; undefined for what is none. */
export function emailAddress(written: string | undefined): string | undefined {
  const bare = (written ?? '').trim().toLowerCase()
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/.test(bare) ? bare : undefined
}
