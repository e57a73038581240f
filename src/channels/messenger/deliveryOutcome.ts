import type { DeliveryOutcome } from '../../conversation/channel.ts'
import { type ErrorRule, graphErrorRules } from './graphErrorRules.ts'
import type { GraphResult } from './graphResult.ts'

type GraphError = Extract<GraphResult, { kind: 'graphError' }>

/** After an answer that never came: long enough for the echo to tell whether the message was sent all the same. */
const ambiguousPauseMs = 2_000

/**
 * What the channel's port is told about one send. Errors that Meta does not list are temporary when the HTTP status says
 * so (429, 5xx) and final otherwise. Codes read `10/2018278`, `190`, `HTTP_503` or `TIMEOUT`.
 */
export function deliveryOutcome(result: GraphResult): DeliveryOutcome {
  switch (result.kind) {
    case 'ok':
      return { kind: 'sent', ...(result.messageId ? { providerMessageId: result.messageId } : {}) }
    case 'transport':
      return { kind: 'retry', code: result.reason.toUpperCase(), afterMs: ambiguousPauseMs }
    case 'graphError':
      return errorOutcome(result)
  }
}

function errorOutcome(error: GraphError): DeliveryOutcome {
  const code = codeOf(error)
  const { outcome, afterMs = 0 } = ruleFor(error)
  if (outcome === 'sent') return { kind: 'sent' }
  if (outcome !== 'retry') return { kind: outcome, code }
  const pause = Math.max(afterMs, error.retryAfterMs ?? 0)
  return { kind: 'retry', code, ...(pause > 0 ? { afterMs: pause } : {}) }
}

/** A rule for the very subcode beats one for any subcode of the code, which beats the HTTP status. */
function ruleFor({ code, subcode, httpStatus }: GraphError): Pick<ErrorRule, 'outcome' | 'afterMs'> {
  const sameCode = graphErrorRules.filter((rule) => rule.code === code)
  const exact = sameCode.find((rule) => (rule.subcode ?? 'none') === (subcode ?? 'none'))
  const any = sameCode.find((rule) => rule.subcode === 'any')
  return exact ?? any ?? { outcome: httpStatus === 429 || httpStatus >= 500 ? 'retry' : 'refused' }
}

function codeOf({ code, subcode, httpStatus }: GraphError): string {
  if (code === undefined) return `HTTP_${httpStatus}`
  return subcode === undefined ? String(code) : `${code}/${subcode}`
}
