import { deliveryOutcome } from './deliveryOutcome.ts'
import type { GraphResult } from './graphResult.ts'
import { stopAdvice } from './stopAdvice.ts'

export type GraphTrouble = { says: string; advice: string }

type Failed = Exclude<GraphResult<object>, { kind: 'ok' }>

/** Why Meta did not do what an operator asked for, and what to do, in plain words. Not for the log: it may repeat what was sent. */
export function graphTrouble(failed: Failed): GraphTrouble {
  if (failed.kind === 'transport') return transportTrouble[failed.reason]
  const { code, httpStatus, message } = failed
  if (message && /appsecret_proof/i.test(message))
    return {
      says: 'Meta does not accept the proof made with MESSENGER_APP_SECRET.',
      advice: "The secret and the token must be of the same app. Copy the secret anew from the app's settings.",
    }
  const meaning = deliveryOutcome(failed)
  const number = code === undefined ? `HTTP ${httpStatus}` : `error ${deliveryCode(failed)}`
  if (meaning.kind === 'channelStopped') return { says: `${headline(meaning.advice)} (${number}).`, advice: meaning.advice }
  if (meaning.kind === 'slowDown')
    return { says: `Meta says that too much was asked in too short a time (${number}).`, advice: 'Wait a few minutes and try again.' }
  if (code === 100)
    return {
      says: `Meta refused what was sent (${number})${message ? `: ${message}` : '.'}`,
      advice: 'Check MESSENGER_PAGE_ID, and that the token is of that page. If both are right, what Meta says above names the fault.',
    }
  if (code === undefined)
    return {
      says: `The answer was not Meta's (${number}).`,
      advice: 'Check MESSENGER_GRAPH_URL and MESSENGER_GRAPH_VERSION, and whether a proxy stands in between.',
    }
  if (httpStatus >= 500 || meaning.kind === 'retry')
    return { says: `Meta has a fault of its own (${number}).`, advice: 'Wait a few minutes and try again.' }
  return {
    says: `Meta refused (${number})${message ? `: ${message}` : '.'}`,
    advice: 'Check MESSENGER_PAGE_ID, MESSENGER_PAGE_TOKEN and MESSENGER_GRAPH_VERSION.',
  }
}

function deliveryCode({ code, subcode }: Extract<Failed, { kind: 'graphError' }>): string {
  return subcode === undefined ? String(code) : `${code}/${subcode}`
}

/** What is wrong, from what to do about it. */
function headline(advice: string): string {
  if (advice === stopAdvice.token) return 'Meta does not accept MESSENGER_PAGE_TOKEN'
  if (advice === stopAdvice.restricted || advice === stopAdvice.bothersome) return 'Meta has restricted the page'
  return 'The app lacks a permission'
}

const network = 'Check that this machine may reach MESSENGER_GRAPH_URL over HTTPS (name, firewall, proxy), and try again.'

const transportTrouble: Record<Extract<Failed, { kind: 'transport' }>['reason'], GraphTrouble> = {
  timeout: { says: 'Meta did not answer in time.', advice: network },
  brokenOff: { says: 'The connection to Meta broke off.', advice: network },
  noConnection: { says: 'Meta could not be reached.', advice: network },
  unreadable: {
    says: "The answer could not be read as Meta's.",
    advice: 'Check MESSENGER_GRAPH_URL and MESSENGER_GRAPH_VERSION, and whether a proxy stands in between.',
  },
}
