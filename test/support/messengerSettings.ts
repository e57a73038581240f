import { testPageId } from './messengerWebhook.ts'

/** What the tests' Facebook page, app and installation are protected with. */
export const testSecrets = {
  pageId: testPageId,
  pageToken: 'EAATESTTOKEN',
  appSecret: '0123456789abcdef0123456789abcdef',
  verifyToken: 'test-verify-token',
  secretKey: 'a key that only the tests use: 32 or more characters',
}

/** The settings that connect the Messenger channel to a stand-in of the Graph API. */
export function messengerSettings(graphUrl: string): Record<string, string> {
  return {
    MESSENGER_PAGE_ID: testSecrets.pageId,
    MESSENGER_PAGE_TOKEN: testSecrets.pageToken,
    MESSENGER_APP_SECRET: testSecrets.appSecret,
    MESSENGER_VERIFY_TOKEN: testSecrets.verifyToken,
    MESSENGER_GRAPH_URL: graphUrl,
    MESSENGER_SEND_RATE: '1000',
  }
}
