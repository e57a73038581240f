/** Patients are told it, and it stands with everything she writes. */
const name = /^\p{L}[\p{L}\p{M}'’ .-]{0,39}$/u

/** A first name with single spaces; undefined for what patients could not be told. */
export function readFirstName(typed: string): string | undefined {
  const plain = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
  return name.test(plain) ? plain : undefined
}
