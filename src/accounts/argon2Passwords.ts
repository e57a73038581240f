import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import PQueue from 'p-queue'
import type { Passwords } from './passwords.ts'

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. (2: the package's enum has no value at run time.) */
const strength = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Each takes a thread of the few that look up names and files for the whole process, and 19 MiB. */
const AT_ONCE = 2

/** Passwords as argon2id hashes, which name their own strength. */
export function createArgon2Passwords(): Passwords {
  const queue = new PQueue({ concurrency: AT_ONCE })
  const hashOne = (password: string) => queue.add(() => hash(password.normalize('NFC'), strength))
  let nobodys: Promise<string> | undefined

  return {
    hash: hashOne,
    async matches(kept, password) {
      nobodys ??= hashOne(randomBytes(24).toString('base64'))
      const compared = kept ?? (await nobodys)
      const same = await queue.add(() => verify(compared, password.normalize('NFC')).catch(() => false))
      return same && kept !== undefined
    },
  }
}
