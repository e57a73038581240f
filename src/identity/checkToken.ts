import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as they may stand in an address. */
export const createCheckToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. So much chance needs no key: nobody finds the token from it. */
export const digestOfToken = (token: string): string => createHash('sha256').update(`check-link:${token}`).digest('base64url')
