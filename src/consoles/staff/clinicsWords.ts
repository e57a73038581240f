import type { Affected, SlotState } from '../../booking/clinic.ts'
import { noticeStatusWords, viaWords } from './personWords.ts'

export const slotWords: Record<SlotState, string> = {
  released: 'Free to the assistant',
  kept: 'Kept by the office',
  stopped: 'Stopped',
}

/** Why a clinic is cancelled; the words stand in the office's record only. */
export const clinicReasons = {
  van: 'The van or a machine does not work',
  staff: 'Nobody is there to do it',
  weather: 'Weather or access',
  site: 'The site cannot be used',
  other: 'Something else',
} as const

/** How far somebody has been helped: what is still to do comes first. */
export function affectedState(one: Affected): { key: 'rebooked' | 'told' | 'onTheWay' | 'notReached'; words: string } {
  if (one.rebooked) return { key: 'rebooked', words: one.rebooked.asked ? 'Asked for another' : 'Has another' }
  if (one.callBack?.outcome === 'reached') return { key: 'told', words: 'Told by phone' }
  if (one.offer?.via === 'chat') return { key: 'told', words: 'Told in the chat' }
  const { status } = one.notice ?? {}
  if (status === 'delivered' || status === 'done') return { key: 'told', words: 'Told by message' }
  if (status === 'failed' || status === 'withheld') return { key: 'notReached', words: 'Not reached' }
  return { key: 'onTheWay', words: 'Not known yet' }
}

/** "Text message, delivered". */
export function noticeWordsOf({ notice }: Affected): string {
  if (!notice) return 'Not planned yet'
  const via = notice.via && viaWords[notice.via as keyof typeof viaWords]
  const status = noticeStatusWords(notice.status, notice.via)
  const words = via && !status.includes('letter') ? `${via}, ${status}` : status
  return words.charAt(0).toUpperCase() + words.slice(1)
}
