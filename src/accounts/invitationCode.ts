import { randomInt } from 'node:crypto'

/** Without letters that look like digits, or like each other. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** 60 random bits, to be read out and typed: `7QHM-2K9D-X4TB`. */
export function createInvitationCode(): string {
  const drawn = Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
  return drawn.replace(/(.{4})(?=.)/g, '$1-')
}

/** As it was given out, however it was typed; undefined for what cannot be one. */
export function readInvitationCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  if (plain.length !== length || [...plain].some((letter) => !letters.includes(letter))) return undefined
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
