import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/**
 * Seals personal data (AES-256-GCM) and makes keyed hashes for look-ups. A sealed text names the key that sealed it,
 * so that a changed SECRET_KEY still opens what the old one sealed.
 *
 * `context` says what the text is ("transcript", "session"). A text sealed in one context does not open in another.
 */
export type Sealer = {
  seal(text: string, context: string): string
  /** Throws when the text was changed, belongs to another context, or no key of ours sealed it. */
  open(sealed: string, context: string): string
  /** The same text always gives the same digest under the current key; it cannot be turned back. */
  digest(text: string, context: string): string
  /** The digest under every key, current first: what was kept before SECRET_KEY changed is found by one of the others. */
  digests(text: string, context: string): string[]
  /** 32 bytes for another purpose (signing tokens), one for each key, current first. */
  deriveKeys(purpose: string): Uint8Array[]
}

type Key = { id: string; secret: string; cipher: KeyObject; digestKeys: Map<string, KeyObject> }

/** `secretKeys`: the first seals, all open. */
export function createSealer(secretKeys: string[]): Sealer {
  const keys = secretKeys.map(toKey)
  const current = keys[0]
  if (!current) throw new Error('At least one secret key is needed.')
  const digest = (key: Key, text: string, context: string) => createHmac('sha256', digestKey(key, context)).update(text).digest('base64url')

  return {
    seal(text, context) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', current.cipher, iv).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `1.${current.id}.${sealed.toString('base64url')}`
    },
    open(sealed, context) {
      const [version, keyId, data] = sealed.split('.')
      const key = keys.find((candidate) => candidate.id === keyId)
      if (version !== '1' || !data || !key) throw new Error('Sealed with a key that is not among SECRET_KEY.')
      const bytes = Buffer.from(data, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key.cipher, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(
        Buffer.from(context),
      )
      decipher.setAuthTag(bytes.subarray(-16))
      return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    },
    digest: (text, context) => digest(current, text, context),
    digests: (text, context) => keys.map((key) => digest(key, text, context)),
    deriveKeys: (purpose) => keys.map((key) => new Uint8Array(derive(key.secret, `purpose:${purpose}`))),
  }
}

function toKey(secret: string): Key {
  return {
    id: createHash('sha256').update(`key-id:${secret}`).digest('hex').slice(0, 8),
    secret,
    cipher: createSecretKey(derive(secret, 'seal')),
    digestKeys: new Map(),
  }
}

/** Contexts of digests are few, and deriving a key takes longer than using it. */
function digestKey(key: Key, context: string): KeyObject {
  const known = key.digestKeys.get(context)
  if (known) return known
  const made = createSecretKey(derive(key.secret, `digest:${context}`))
  key.digestKeys.set(context, made)
  return made
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'screening-messenger', purpose, 32))
}
