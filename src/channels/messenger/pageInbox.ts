/** The app id of Meta's own Page Inbox, where staff answer. */
export const pageInboxAppId = '263902037430900'
