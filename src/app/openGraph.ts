import { createGraphClient } from '../channels/messenger/graphClient.ts'
import type { MessengerSettings } from '../config/settings.ts'

/** The Graph API with the page's token. */
export function openGraph({ graphUrl: baseUrl, graphVersion: version, pageToken: token, appSecret }: MessengerSettings) {
  return createGraphClient({ baseUrl, version, token, appSecret })
}
