import type { JoinFaults } from '../../accounts/join.ts'
import type { PasswordFault } from '../../accounts/passwordFault.ts'

export const passwordWords: Record<PasswordFault, string> = {
  missing: 'Enter a password',
  short: 'The password must have at least 12 characters',
  long: 'The password must have at most 128 characters',
  common: 'That password is one of the first that others would try. Choose another',
  personal: 'The password must not have your name or email in it',
}

/** What to say of each field, by its name. */
export function joinWords({ code, email, firstName, password }: JoinFaults): Record<string, string> {
  return {
    ...(code && {
      code: code === 'missing' ? 'Enter the code you were given' : 'That code is wrong, was used already, or is too old. Ask for a new one',
    }),
    ...(email && {
      email: email === 'taken' ? 'There is an account with this email already' : 'Enter your email address, such as name@example.org',
    }),
    ...(firstName && { firstName: 'Enter your first name, in letters' }),
    ...(password && { password: passwordWords[password] }),
  }
}
