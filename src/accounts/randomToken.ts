import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as they stand in a cookie. */
export const createToken = (): string => randomBytes(32).toString('base64url')

/** Whether a text can be such a token: what cannot is not even looked up. */
export const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text)

/** What is kept of a token: who reads a store cannot use it. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
