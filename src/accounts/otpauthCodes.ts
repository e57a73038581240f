import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import type { Codes } from './codes.ts'

const STEP_MS = 30_000
const SECRET_BYTES = 20

export const otpauthCodes: Codes = {
  createSecret: () => new Secret({ size: SECRET_BYTES }).base32,
  addressFor: (secret, { email }, service) =>
    new TOTP({ issuer: service.replaceAll(':', ' '), label: email, secret: Secret.fromBase32(secret) }).toString(),
  async pictureOf(address) {
    const svg = await QRCode.toString(address, { type: 'svg', margin: 2, width: 200 })
    return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  },
  stepOf(secret, code, now) {
    const plain = code.replace(/\s/g, '')
    if (!/^\d{6}$/.test(plain)) return undefined
    const timestamp = now.getTime()
    const off = new TOTP({ secret: Secret.fromBase32(secret) }).validate({ token: plain, timestamp, window: 1 })
    return off === null ? undefined : Math.floor(timestamp / STEP_MS) + off
  },
}
