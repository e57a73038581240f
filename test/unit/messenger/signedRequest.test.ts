import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { readSignedRequest } from '../../../src/channels/messenger/signedRequest.ts'

const secret = '0123456789abcdef0123456789abcdef'
const vector =
  'Z1xOb9Q159XUTFDJSk7ls-HOwCGK34QnCq4priV8mJs.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTcwMDAwMDAwMCwidXNlcl9pZCI6IjIxODQ3MSJ9'

function signed(payload: unknown, key = secret): string {
  const text = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)).toString('base64url')
  return `${createHmac('sha256', key).update(text).digest('base64url')}.${text}`
}
const good = { algorithm: 'HMAC-SHA256', issued_at: 1_700_000_000, user_id: '218471' }

describe('a signed request', () => {
  test('is read when its signature is right', () => {
    expect(readSignedRequest(vector, secret)).toEqual({ userId: '218471' })
    expect(readSignedRequest(signed(good), secret)).toEqual({ userId: '218471' })
  })

  test.each([
    ['under another secret', vector, 'another secret'],
    ['without a secret', signed(good, ''), ''],
    ['with a changed payload', vector.replace(/.$/, '8'), secret],
    ['with a changed signature', vector.replace(/^./, 'Y'), secret],
    ['with a cut signature', vector.slice(5), secret],
    ['without a signature', vector.slice(vector.indexOf('.')), secret],
    ['without a payload', vector.slice(0, vector.indexOf('.') + 1), secret],
    ['with a third part', `${vector}.x`, secret],
    ['of another algorithm', signed({ ...good, algorithm: 'none' }), secret],
    ['without a person', signed({ ...good, user_id: undefined }), secret],
    ['for a number too large to be exact', signed('{"algorithm":"HMAC-SHA256","user_id":12345678901234567890}'), secret],
    ['that is not JSON', signed('hello'), secret],
    ['that is empty', '', secret],
  ])('%s is not', (_what, text, key) => {
    expect(readSignedRequest(text, key)).toBeUndefined()
  })
})
