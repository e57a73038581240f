import type { AuditRow } from '../../audit/auditReading.ts'
import { labelOf } from './serviceWords.ts'

/** `participant`, `call backs`: a code of the log as words. */
const inWords = (code: string): string => code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "Account: roles changed". Whatever is noted later reads as well. */
export function actionWords(action: string): string {
  const [noun = '', verb = ''] = action.split('.')
  return capital([inWords(noun), inWords(verb)].filter(Boolean).join(': '))
}

export const kindWords = (kind: string): string => capital(inWords(kind))

/** "fields: Phone number, Monday". */
export const detailWords = (details: AuditRow['details']): string[] =>
  Object.entries(details).map(([name, value]) => `${inWords(name)}: ${name === 'fields' ? fieldWords(String(value)) : valueWords(value)}`)

const fieldWords = (fields: string): string => fields.split(' ').map(labelOf).join(', ')

const valueWords = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** The page of what it was done to, where there is one and she may see it. */
export function pageOf({ kind, id }: AuditRow['subject'], roles: readonly string[]): string | undefined {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  if (kind === 'account') return `/admin/accounts/${id}`
  if (!roles.includes('staff')) return undefined
  const folder = { conversation: 'conversations', participant: 'people', request: 'requests', callBack: 'call-backs', clinic: 'clinics' }[
    kind
  ]
  return folder && `/staff/${folder}/${id}`
}
