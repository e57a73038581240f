import { createHmac, timingSafeEqual } from 'node:crypto'

/** Makes and reads the last part of `/calendar/…`, which says which appointment; nothing that we did not sign is read. */
export type CalendarLinks = { token(appointmentId: string): string; read(token: string): string | undefined }

const ID_BYTES = 16
/** 96 bits: guessing goes over the network, and every letter of a link is paid for in text messages. */
const SIGNATURE_BYTES = 12

/**
 * `keys`: the first signs, each verifies. A JWT would be more than a third of a text message: an id and its signature, in 38 letters,
 * are all that is needed. They hold as long as the appointment is shown.
 */
export function createCalendarLinks(keys: Uint8Array[]): CalendarLinks {
  const [signingKey] = keys
  if (!signingKey) throw new Error('At least one key is needed.')
  return {
    token(appointmentId) {
      const id = Buffer.from(appointmentId.replaceAll('-', ''), 'hex')
      return Buffer.concat([id, signature(signingKey, id)]).toString('base64url')
    },
    read(token) {
      if (!/^[\w-]{38}$/.test(token)) return undefined
      const bytes = Buffer.from(token, 'base64url')
      const [id, told] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)]
      if (!keys.some((key) => timingSafeEqual(signature(key, id), told))) return undefined
      return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
  }
}

function signature(key: Uint8Array, id: Buffer): Buffer {
  return createHmac('sha256', key).update(id).digest().subarray(0, SIGNATURE_BYTES)
}
