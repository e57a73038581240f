import { type Finding, fault, ok } from './finding.ts'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** A key of GOV.UK Notify: its name, the service's id, and the secret. */
const notifyKey = new RegExp(`^.+-${uuid}-${uuid}$`)

/** The shape of the GOV.UK Notify key, where one is set. */
export function judgeNotify(key: string | undefined): Finding[] {
  if (!key) return []
  if (notifyKey.test(key)) return [ok('GOV.UK Notify', 'The key has the shape of one. Whether Notify accepts it was not asked.')]
  return [
    fault(
      'GOV.UK Notify',
      'NOTIFY_API_KEY is not a whole key: it must be a name and two long groups of letters and digits, joined by hyphens.',
      'Copy the whole key anew from Notify, under API integration.',
    ),
  ]
}
