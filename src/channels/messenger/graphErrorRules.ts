import type { DeliveryOutcome } from '../../conversation/channel.ts'
import { stopAdvice } from './stopAdvice.ts'

type WithoutCode<Outcome> = Outcome extends { kind: string } ? Omit<Outcome, 'code' | 'providerMessageId'> : never

/** What an error means for the message; the code is added where it happens. */
export type ErrorMeaning = WithoutCode<DeliveryOutcome>

/** `subcode` absent means that Meta sends none; `'any'` covers what has no line of its own. */
export type ErrorRule = { code: number; subcode?: number | 'any'; meaning: ErrorMeaning }

const minute = 60_000

const temporary = { kind: 'retry' } as const
const tooFast = { kind: 'slowDown', afterMs: 5 * minute } as const
const refused = { kind: 'refused' } as const
const windowClosed = { kind: 'windowClosed' } as const
const unreachable = { kind: 'unreachable' } as const
const notOurs = { kind: 'notOurs' } as const
/** A token or permission is mended by the operator, who wants to see it work; a policy is not tried against every minute. */
const stopped = (advice: string, retryMs = minute) => ({ kind: 'channelStopped', advice, retryMs }) as const
const restricted = (advice: string) => stopped(advice, 15 * minute)

/** Meta's error codes for the Send API (its table of June 2026, and a few seen in production), and what each means for a message. */
export const graphErrorRules: readonly ErrorRule[] = [
  // temporary; 2 is also seen where the person has blocked the page, which is why it does not go on for ever
  { code: -1, subcode: 'any', meaning: temporary },
  { code: 1, subcode: 'any', meaning: temporary },
  { code: 2, subcode: 'any', meaning: temporary },
  { code: 1200, subcode: 'any', meaning: { kind: 'retry', tries: 3 } },
  { code: 100, subcode: 2018008, meaning: { kind: 'retry', tries: 2 } },
  // the answer was spoilt, but the message was sent; its echo confirms it
  { code: 1, subcode: 1357046, meaning: { kind: 'sent' } },
  // too fast, for the app or the page
  { code: 4, subcode: 'any', meaning: tooFast },
  { code: 613, subcode: 'any', meaning: tooFast },
  { code: 613, subcode: 2534040, meaning: tooFast },
  { code: 80006, subcode: 'any', meaning: tooFast },
  // Meta's own questions and answers hold the thread for a while
  { code: 2018321, subcode: 'any', meaning: { kind: 'retry', afterMs: minute, tries: 2 } },
  // outside the messaging window
  { code: 10, subcode: 2018278, meaning: windowClosed },
  { code: 10, subcode: 2534022, meaning: windowClosed },
  { code: 10, subcode: 2018065, meaning: windowClosed },
  // this person
  { code: 10, subcode: 2018108, meaning: unreachable },
  { code: 100, subcode: 2018001, meaning: unreachable },
  { code: 200, subcode: 1545041, meaning: unreachable },
  { code: 551, subcode: 'any', meaning: unreachable },
  // somebody else holds the thread
  { code: 100, subcode: 2534037, meaning: notOurs },
  { code: 2018300, subcode: 'any', meaning: notOurs },
  // nothing can be sent until somebody mends it: token, permission, policy
  { code: 190, subcode: 'any', meaning: stopped(stopAdvice.token) },
  { code: 10, meaning: stopped(stopAdvice.permission) },
  { code: 200, subcode: 'any', meaning: stopped(stopAdvice.access) },
  { code: 200, subcode: 2018028, meaning: stopped(stopAdvice.access) },
  { code: 10, subcode: 1893063, meaning: restricted(stopAdvice.restricted) },
  { code: 613, subcode: 2018338, meaning: restricted(stopAdvice.bothersome) },
  { code: 2022, subcode: 'any', meaning: restricted(stopAdvice.restricted) },
  // this message; of those for media there should be none, for pictures and files go out as their addresses
  { code: 10, subcode: 2018336, meaning: refused },
  { code: 100, subcode: 'any', meaning: refused },
  { code: 100, subcode: 1893029, meaning: refused },
  { code: 100, subcode: 2018014, meaning: refused },
  { code: 100, subcode: 2018047, meaning: refused },
  { code: 100, subcode: 2018109, meaning: refused },
  { code: 100, subcode: 2018294, meaning: refused },
]
