/** Numbers and addresses (in one form, see `contact.ts`) that asked for no more messages. Kept as digests only. */
export type NoticeStops = {
  stop(contact: string, now: Date): Promise<void>
  hasStopped(contact: string): Promise<boolean>
}
