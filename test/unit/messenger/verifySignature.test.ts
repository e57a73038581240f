import { describe, expect, test } from '@jest/globals'
import { appSecretProof } from '../../../src/channels/messenger/appSecretProof.ts'
import { verifySignature } from '../../../src/channels/messenger/verifySignature.ts'
import { metaJson, sign } from '../../support/messengerWebhook.ts'

const secret = '0123456789abcdef0123456789abcdef'
const raw = Buffer.from(
  '{"object":"page","entry":[{"id":"100","time":1700000000000,"messaging":[{"sender":{"id":"200"},"recipient":{"id":"100"},"timestamp":1700000000000,"message":{"mid":"m_1","text":"caf\\u00e9 \\u2014 a\\/b"}}]}]}',
)
const right = 'sha256=3529714683af44a1fc283cb7abf21aa54b8278479811cbe61cc39fd4a6910e3b'
const ofReserialisedBody = 'sha256=8a9daa21c51653c741d54d50c0cdea96b35bbe71faa79377cca663dd195b0131'

describe('verifySignature', () => {
  test('accepts the signature of the bytes as Meta sent them', () => {
    expect(raw.length).toBe(205)
    expect(verifySignature(raw, right, secret)).toBe(true)
    expect(verifySignature(Buffer.from('hello'), 'sha256=88aab3ede8d3adf94d26ab90d3bafd4a2083070c3bcce9c014ee04a443847c0b', 'secret')).toBe(
      true,
    )
  })

  test('refuses the signature of the body parsed and written again', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(raw.toString())))
    expect(sign(again, secret)).toBe(ofReserialisedBody)
    expect(verifySignature(raw, ofReserialisedBody, secret)).toBe(false)
  })

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['repeated as a list', [right, right]],
    ['repeated in one line', `${right}, ${right}`],
    ['bare hex', right.slice(7)],
    ['too short', right.slice(0, -2)],
    ['too long', `${right}00`],
    ['upper-case hex', `sha256=${right.slice(7).toUpperCase()}`],
    ['not hex', `sha256=${'z'.repeat(64)}`],
    ['sha1', 'sha1=2aae6c35c94fcfb415dbe95f408b9ce91ee846ed'],
    ['one digit off', right.replace('3529', '3528')],
  ])('refuses a header that is %s', (_form, header) => {
    expect(verifySignature(raw, header, secret)).toBe(false)
  })

  test('refuses the right signature with another secret, other bytes or no secret at all', () => {
    expect(verifySignature(raw, right, 'another')).toBe(false)
    expect(verifySignature(Buffer.concat([raw, Buffer.from(' ')]), right, secret)).toBe(false)
    expect(verifySignature(raw, sign(raw, ''), '')).toBe(false)
  })

  test('the webhook builder escapes as Meta does', () => {
    expect(metaJson(JSON.parse(raw.toString())).equals(raw)).toBe(true)
  })
})

test('appSecretProof is the lower-case hex HMAC of the token', () => {
  expect(appSecretProof('EAATESTTOKEN', secret)).toBe('99cbac345910084e738e780a0d5a02f2421ea86e53d6f64eff41e367a76944c6')
})
