import type { DeliveryOutcome } from '../../conversation/channel.ts'

/** `subcode` absent means that Meta sends none; `'any'` covers what has no line of its own. */
export type ErrorRule = { code: number; subcode?: number | 'any'; outcome: DeliveryOutcome['kind']; afterMs?: number }

const minute = 60_000

/** Meta's error codes for the Send API (its table of June 2026, and a few seen in production), and what each means for a message. */
export const graphErrorRules: readonly ErrorRule[] = [
  // temporary
  { code: -1, subcode: 'any', outcome: 'retry' },
  { code: 1, subcode: 'any', outcome: 'retry' },
  { code: 2, subcode: 'any', outcome: 'retry' },
  { code: 1200, subcode: 'any', outcome: 'retry' },
  { code: 100, subcode: 2018008, outcome: 'retry' },
  // the answer was spoilt, but the message was sent; its echo confirms it
  { code: 1, subcode: 1357046, outcome: 'sent' },
  // too fast
  { code: 4, subcode: 'any', outcome: 'retry', afterMs: 5 * minute },
  { code: 613, subcode: 'any', outcome: 'retry', afterMs: 5 * minute },
  { code: 613, subcode: 2534040, outcome: 'retry', afterMs: 5 * minute },
  { code: 80006, subcode: 'any', outcome: 'retry', afterMs: 5 * minute },
  // Meta's own questions and answers hold the thread for a while
  { code: 2018321, subcode: 'any', outcome: 'retry', afterMs: minute },
  // outside the messaging window
  { code: 10, subcode: 2018278, outcome: 'windowClosed' },
  { code: 10, subcode: 2534022, outcome: 'windowClosed' },
  { code: 10, subcode: 2018065, outcome: 'windowClosed' },
  // this person
  { code: 10, subcode: 2018108, outcome: 'unreachable' },
  { code: 100, subcode: 2018001, outcome: 'unreachable' },
  { code: 200, subcode: 1545041, outcome: 'unreachable' },
  { code: 551, subcode: 'any', outcome: 'unreachable' },
  // somebody else holds the thread
  { code: 100, subcode: 2534037, outcome: 'notOurs' },
  { code: 2018300, subcode: 'any', outcome: 'notOurs' },
  // nothing can be sent until somebody mends it: permission, policy, token
  { code: 10, outcome: 'channelStopped' },
  { code: 10, subcode: 1893063, outcome: 'channelStopped' },
  { code: 190, subcode: 'any', outcome: 'channelStopped' },
  { code: 200, subcode: 'any', outcome: 'channelStopped' },
  { code: 200, subcode: 2018028, outcome: 'channelStopped' },
  { code: 613, subcode: 2018338, outcome: 'channelStopped' },
  { code: 2022, subcode: 'any', outcome: 'channelStopped' },
  // this message
  { code: 10, subcode: 2018336, outcome: 'refused' },
  { code: 100, subcode: 'any', outcome: 'refused' },
  { code: 100, subcode: 1893029, outcome: 'refused' },
  { code: 100, subcode: 2018014, outcome: 'refused' },
  { code: 100, subcode: 2018047, outcome: 'refused' },
  { code: 100, subcode: 2018109, outcome: 'refused' },
  { code: 100, subcode: 2018294, outcome: 'refused' },
]
