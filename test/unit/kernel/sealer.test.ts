import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { createSealer } from '../../../src/kernel/sealer.ts'

const oldKey = 'old-old-old-old-old-old-old-old-'
const newKey = 'new-new-new-new-new-new-new-new-'
const sealer = createSealer([oldKey])

describe('what is sealed', () => {
  test.each(['', 'I found a lump', 'Żółć 👩🏽‍⚕️ \u0000 \n', 'x'.repeat(100_000)])('opens again: %#', (text) => {
    expect(sealer.open(sealer.seal(text, 'transcript'), 'transcript')).toBe(text)
  })

  test('does not show its words, and never looks the same twice', () => {
    const [one, two] = [sealer.seal('lump', 'transcript'), sealer.seal('lump', 'transcript')]
    expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('lump')
    expect(one).not.toBe(two)
  })

  test('does not open in another context', () => {
    expect(() => sealer.open(sealer.seal('words', 'transcript'), 'session')).toThrow()
  })

  test('does not open when any one byte of it was changed', () => {
    const [version, key, data = ''] = sealer.seal('words', 'transcript').split('.')
    const bytes = Buffer.from(data, 'base64url')
    for (const [index, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes)
      changed[index] = byte ^ 1
      expect(() => sealer.open(`${version}.${key}.${changed.toString('base64url')}`, 'transcript')).toThrow()
    }
  })

  test.each(['', 'words', '1', '1..', '2.00000000.AAAA', `${sealer.seal('words', 'transcript').slice(0, 20)}`])(
    'is not mistaken for "%s"',
    (text) => {
      expect(() => sealer.open(text, 'transcript')).toThrow()
    },
  )

  test('does not open when its end is cut off', () => {
    const sealed = sealer.seal('words of a person', 'transcript')
    for (let length = sealed.length - 2; length > 10; length -= 1)
      expect(() => sealer.open(sealed.slice(0, length), 'transcript')).toThrow()
  })

  test('does not open with less than a whole seal, which could be guessed', () => {
    const [version, key, data = ''] = sealer.seal('', 'transcript').split('.')
    const short = Buffer.from(data, 'base64url').subarray(0, 15).toString('base64url')
    expect(() => sealer.open(`${version}.${key}.${short}`, 'transcript')).toThrow('Invalid authentication tag length')
  })
})

describe('a changed key', () => {
  const rotated = createSealer([newKey, oldKey])

  test('opens what the old one sealed', () => {
    expect(rotated.open(sealer.seal('words', 'transcript'), 'transcript')).toBe('words')
  })

  test('seals from now on, and opens without the old one', () => {
    expect(createSealer([newKey]).open(rotated.seal('words', 'transcript'), 'transcript')).toBe('words')
    expect(() => sealer.open(rotated.seal('words', 'transcript'), 'transcript')).toThrow()
  })

  test('once the old one is taken away, no longer opens what that sealed, and says why without saying more', () => {
    const open = () => createSealer([newKey]).open(sealer.seal('words', 'transcript'), 'transcript')
    expect(open).toThrow('Sealed with a key that is not among SECRET_KEY.')
  })
})

describe('a digest', () => {
  test('is the same for the same text, in every process', () => {
    expect(createSealer([oldKey]).digest('943 476 5919', 'nhsNumber')).toBe(sealer.digest('943 476 5919', 'nhsNumber'))
  })

  test('differs by text, by context and by key', () => {
    const digests = [
      sealer.digest('943 476 5919', 'nhsNumber'),
      sealer.digest('943 476 5918', 'nhsNumber'),
      sealer.digest('943 476 5919', 'phone'),
      createSealer([newKey]).digest('943 476 5919', 'nhsNumber'),
    ]
    expect(new Set(digests).size).toBe(4)
  })

  test('does not hold the text', () => {
    expect(Buffer.from(sealer.digest('943 476 5919', 'nhsNumber'), 'base64url').toString('latin1')).not.toContain('943')
  })
})

describe('keys for another purpose', () => {
  test('are 32 bytes, one for each secret key, current first, always the same', () => {
    const keys = createSealer([newKey, oldKey]).deriveKeys('token')
    expect(keys.map((key) => key.length)).toEqual([32, 32])
    expect(keys).toEqual([...createSealer([newKey]).deriveKeys('token'), ...sealer.deriveKeys('token')])
  })

  test('differ by purpose', () => {
    expect(sealer.deriveKeys('token')).not.toEqual(sealer.deriveKeys('session'))
  })

  test('are never those that digests are made with', () => {
    const [key = new Uint8Array()] = sealer.deriveKeys('digest:nhsNumber')
    expect(createHmac('sha256', key).update('943 476 5919').digest('base64url')).not.toBe(sealer.digest('943 476 5919', 'nhsNumber'))
  })
})

test('without a key there is no sealer', () => {
  expect(() => createSealer([])).toThrow('At least one secret key is needed.')
})
