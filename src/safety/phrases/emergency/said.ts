import type { Phrases } from '../../phraseRule.ts'
import { relative } from '../people.ts'

export const someone: Phrases = [`i/im/ive/me/he/hes/she/shes/they/theyre/${relative}/baby/driver/nurse/somebodys/someones`]
