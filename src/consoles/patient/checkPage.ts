import type { CheckFaults, TypedDetails } from './checkForm.ts'
import { type CheckFacts, renderCheckTemplate } from './checkTemplates.ts'

type Form = {
  style: string
  /** Where the form goes. */
  action: string
  mark: string
  /** In which app the conversation is. */
  channel: string
  typed: TypedDetails
  faults?: CheckFaults
}

const conversationIn: Record<string, string> = { messenger: 'in Messenger', directline: 'in our web chat' }

/** The form "Check it's you". */
export function renderCheckPage(facts: CheckFacts, { channel, faults, ...form }: Form): string {
  const number = faults?.number ?? faults?.both
  const listed = [
    ...(number ? [{ text: number, href: '#number' }] : []),
    ...(faults?.born ? [{ text: faults.born, href: '#born-day' }] : []),
    ...(faults?.mobile ? [{ text: faults.mobile, href: '#mobile' }] : []),
  ]
  return renderCheckTemplate('checkPage.njk', facts, {
    ...form,
    where: conversationIn[channel] ?? 'in the chat',
    faults: listed.length > 0 ? listed : undefined,
    numberFault: faults?.number,
    bornFault: faults?.born,
    mobileFault: faults?.mobile,
    isMismatch: faults?.both !== undefined,
  })
}
