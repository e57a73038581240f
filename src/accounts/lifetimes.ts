/** A session ends so long after the last request in it, */
export const SESSION_IDLE_MINUTES = 30
/** and so long after signing in, whatever happens in it. */
export const SESSION_HOURS = 12
/** How often a request is put down as the last one. */
export const RENEW_SECONDS = 60

/** How long the code that makes an account is good for. */
export const INVITATION_HOURS = 24

/** Between the password and the code of somebody who has both. */
export const CODE_MINUTES = 10
/** Between leaving for the organisation's own sign-in and coming back from it. */
export const ELSEWHERE_MINUTES = 15

/** So many wrong passwords or codes in a row lock an account, */
export const TRIES = 5
/** for so long; each further time for twice as long, */
export const LOCK_MINUTES = 15
/** up to this: others can lock an account, too. */
export const LONGEST_LOCK_MINUTES = 480
