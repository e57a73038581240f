/** The same for an unknown address, a wrong password and an account that is locked or disabled: it must not be told which. */
export const refusedWords =
  'The email or the password is wrong, or there were too many wrong tries and it is locked for some time. Check both, and wait 15 minutes if you have tried several times'

/** The same for a wrong code, one that was used, and an account that is locked. */
export const codeRefusedWords =
  'The code is wrong or has been used, or there were too many wrong tries. Wait for the next code. If you have tried several times, wait 15 minutes'

export const staleFormWords = 'This page was open for too long, or your browser does not keep cookies. Please try again'

export const tooManyWords = (seconds: number): string =>
  `There were too many tries from where you are. Please wait ${seconds < 120 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`} and try again`

/** What to tell somebody whom her organisation's sign-in did not get in. `name`: as people call it. */
export const elsewhereWords = (name: string) => ({
  unknown: `You signed in at ${name}, but nobody has invited you here yet. Ask a colleague who is an admin to invite you.`,
  unverified: `We cannot let you in: ${name} does not say that your email address is really yours. Sign in with your password, or ask your IT team.`,
  disabled: 'Your account here is switched off. Ask a colleague who is an admin.',
  ownSignIn: `Your account here asks for a code as well. Sign in with your password and code. Then you can connect ${name} on the page Your account.`,
  taken: `The account with your email address belongs to another sign-in at ${name}. Ask a colleague who is an admin.`,
  cancelled: `You did not finish signing in at ${name}. You can try again, or use your password.`,
  failed: `Signing in at ${name} did not work. Try again, or use your password.`,
  tooMany: 'There were too many tries from where you are. Wait some minutes and try again.',
})

export type ElsewhereFault = keyof ReturnType<typeof elsewhereWords>
