import type { DeliveryOutcome } from '../../conversation/channel.ts'
import { type ErrorMeaning, graphErrorRules } from './graphErrorRules.ts'
import type { GraphResult } from './graphResult.ts'

type GraphError = Extract<GraphResult, { kind: 'graphError' }>

const minute = 60_000

/**
 * What the channel's port is told about one send. Codes read `10/2018278`, `190`, `HTTP_503` or `TIMEOUT`. Errors that
 * Meta does not list are final, unless the HTTP status says otherwise. Without a connection it is tried until the window closes.
 */
export function deliveryOutcome(result: GraphResult): DeliveryOutcome {
  switch (result.kind) {
    case 'ok':
      return { kind: 'sent', ...(result.messageId ? { providerMessageId: result.messageId } : {}) }
    case 'transport':
      if (result.reason === 'noConnection') return { kind: 'retry', code: 'NO_CONNECTION', tries: Number.POSITIVE_INFINITY }
      return { kind: 'unknown', code: codeOfReason[result.reason] }
    case 'graphError':
      return errorOutcome(result)
  }
}

const codeOfReason = { timeout: 'TIMEOUT', brokenOff: 'BROKEN_OFF', unreadable: 'UNREADABLE' } as const

function errorOutcome(error: GraphError): DeliveryOutcome {
  const code = codeOf(error)
  const meaning = meaningOf(error)
  const asked = error.retryAfterMs ?? 0
  if (meaning.kind === 'sent') return { kind: 'sent' }
  if (meaning.kind === 'slowDown') return { ...meaning, code, afterMs: Math.max(meaning.afterMs, asked) }
  if (meaning.kind === 'retry' && asked > (meaning.afterMs ?? 0)) return { ...meaning, code, afterMs: asked }
  return { ...meaning, code }
}

/** A rule for the very subcode beats one for any subcode of the code, which beats the HTTP status. */
function meaningOf({ code, subcode, httpStatus }: GraphError): ErrorMeaning {
  const sameCode = graphErrorRules.filter((rule) => rule.code === code)
  const exact = sameCode.find((rule) => (rule.subcode ?? 'none') === (subcode ?? 'none'))
  const any = sameCode.find((rule) => rule.subcode === 'any')
  return (exact ?? any)?.meaning ?? meaningOfStatus(httpStatus, code !== undefined)
}

/** What is not Graph's own answer comes from something in between: with a server error or a time-out the message may have been sent. */
function meaningOfStatus(httpStatus: number, fromGraph: boolean): ErrorMeaning {
  if (httpStatus === 429) return { kind: 'slowDown', afterMs: minute }
  if (httpStatus >= 500 || httpStatus === 408) return { kind: fromGraph ? 'retry' : 'unknown' }
  return { kind: fromGraph ? 'refused' : 'retry' }
}

function codeOf({ code, subcode, httpStatus }: GraphError): string {
  if (code === undefined) return `HTTP_${httpStatus}`
  return subcode === undefined ? String(code) : `${code}/${subcode}`
}
