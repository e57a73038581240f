import { type Find, findAll } from './finding.ts'

const EMAIL = /[^\s@<>()",;]+\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)+/dgu
const EMAIL_IN_WORDS =
  /\b(?:[\w+-]+ (?:dot|underscore|dash) )*[\w.+-]+ ?(?:\(at\)|\[at\]| at ) ?(?:[\w-]+ ?(?:\(dot\)|\[dot\]| dot |\.) ?)+(?:com|net|org|uk|co|me|live)\b(?: ?(?:dot|\.) ?uk\b)?/dgi
const LINK =
  /(?:\bhttps?:\/\/|\bwww\.)[^\s<>]+|\b(?:[a-z0-9-]+\.)+(?:com|net|org|uk|info|me|eu|ie|io|ly|gl|be|pl|de|ro|page|link)\b(?:\/[^\s<>]*)?/dgi
/** A name on a network. */
const HANDLE = /(?<![\p{L}\p{N}@.])@[\p{L}\p{N}_.]{2,}/dgu
/** Six digits or more, as phone numbers and numbers of any kind are written. */
const DIGITS = /(?<![\p{L}\p{Nd}])(?:\+|00)?\(?\p{Nd}(?:[ \t\u00a0]{0,2}[-./()\u2010-\u2015]?[ \t\u00a0]{0,2}\p{Nd}){5,}/dgu
/** Letters and digits together, as references are: `AB123456`, `12-ABC-99`. */
const REFERENCE = /(?<![\p{L}\p{N}])(?=[\p{L}\d/-]*\p{L})(?=[\p{L}\d/-]*\d{4})[\p{L}\d]+(?:[/-][\p{L}\d]+)*(?![\p{L}\p{N}])/dgu
const NUMBER_CALLED =
  /\b(?:phone|mobile|mob|tel|telephone|landline|number|ref|reference|pin|code|account)(?: ?(?:number|num|no|nr|is|it'?s|my|:|#|-|\.)){0,4} ?(?<hidden>(?:\+|#)?\d[\d -]{2,}\d)/dgi

/** What leads to somebody: email addresses, phone numbers and other long numbers, links, names on networks. */
export const findContacts: Find = (text) => [
  ...findAll(text, EMAIL, 'email'),
  ...findAll(text, EMAIL_IN_WORDS, 'email'),
  ...findAll(text, LINK, 'link'),
  ...findAll(text, HANDLE, 'link'),
  ...findAll(text, DIGITS, 'phone'),
  ...findAll(text, REFERENCE, 'number'),
  ...findAll(text, NUMBER_CALLED, 'number'),
]
