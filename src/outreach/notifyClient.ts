import { NotifyClient } from 'notifications-node-client'

/** What we use of GOV.UK Notify's own client. */
export type NotifyApi = Pick<NotifyClient, 'sendSms' | 'sendEmail' | 'getNotifications'>

type Settings = { apiKey: string; url: string; timeoutMs?: number }

/** GOV.UK Notify's client, which by itself would wait for an answer for ever. */
export function createNotifyClient({ apiKey, url, timeoutMs = 10_000 }: Settings): NotifyApi {
  const client = new NotifyClient(url.replace(/\/+$/, ''), apiKey)
  const ask = client.apiClient.restClient as (options: object) => Promise<never>
  const inTime = (options: object) => ask({ ...options, signal: AbortSignal.timeout(timeoutMs), maxRedirects: 0 })
  client.setClient(inTime as unknown as Parameters<NotifyClient['setClient']>[0])
  return client
}
