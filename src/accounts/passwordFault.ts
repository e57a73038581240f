/** Letters only: digits and signs before, after and between make a password of these no better. */
const common = new Set([
  'password',
  'passwordpassword',
  'passphrase',
  'letmein',
  'welcome',
  'welcometo',
  'changeme',
  'iloveyou',
  'administrator',
  'admin',
  'qwerty',
  'qwertyuiop',
  'qwertyqwerty',
  'qwertyuiopasdfghjkl',
  'qwertyuiopasdf',
  'abcdefghijkl',
  'abcdefgh',
  'abc',
  'trustno',
  'football',
  'liverpool',
  'manchesterunited',
  'sunshine',
  'princess',
  'monkey',
  'dragon',
  'secret',
  'summer',
  'winter',
  'spring',
  'autumn',
  'screening',
  'screeningmessenger',
  'mammogram',
  'nhspassword',
  'nhs',
  '',
])

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

export type PasswordFault = 'missing' | 'short' | 'long' | 'common' | 'personal'

/** Why a password cannot be taken; undefined when it can. There is no rule for what kinds of letters it is made of. */
export function passwordFault(password: string, { email, firstName }: { email: string; firstName: string }): PasswordFault | undefined {
  const letters = [...password]
  if (letters.length === 0) return 'missing'
  if (letters.length < SHORTEST_PASSWORD) return 'short'
  if (letters.length > LONGEST_PASSWORD) return 'long'
  const plain = password.toLowerCase()
  if (isCommon(plain)) return 'common'
  const [mailbox = ''] = email.toLowerCase().split('@')
  const own = [email.toLowerCase(), mailbox, firstName.toLowerCase()].filter((word) => word.length >= 3)
  return own.some((word) => plain.includes(word)) ? 'personal' : undefined
}

function isCommon(plain: string): boolean {
  const isFewLetters = new Set(plain).size < 5
  const inner = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')
  return isFewLetters || common.has(lettersOf(plain)) || common.has(lettersOf(inner.replace(/[@0134$!]/g, asLetter)))
}

const asLetter = (sign: string): string => ({ '@': 'a', '0': 'o', '1': 'i', '3': 'e', '4': 'a', $: 's', '!': 'i' })[sign] ?? sign
