import type { NoticeSender } from './noticeSender.ts'

/** Sends nothing: what would have been sent is shown on a page. */
export const demoSender: NoticeSender = {
  send: async () => ({ kind: 'sent', providerId: 'demo' }),
  find: async () => ({ kind: 'none' }),
}
