const label = /^(?:my\s+)?sx(?:\s*(?:number|num|no|nr))?(?:\s+is)?[\s.:#=-]*/i
const separators = /[\s.\-_/\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/**
 * An SX number as it stands on the letter, in capitals without spaces: the office's letters, then digits, such as "WSB201960".
 * Undefined when it is none. It is unique within a programme only.
 */
export function readSxNumber(text: string): string | undefined {
  const whole = text.normalize('NFKC').trim()
  return plain(whole) ?? plain(whole.replace(label, ''))
}

function plain(text: string): string | undefined {
  const compact = text.replace(separators, '').toUpperCase()
  return /^[A-Z]{2,4}\d{4,8}$/.test(compact) ? compact : undefined
}
