import { createHmac } from 'node:crypto'

/** Meta's `appsecret_proof`: shows that a call with this token comes from the holder of the app secret. Lower-case hex. */
export function appSecretProof(token: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex')
}
