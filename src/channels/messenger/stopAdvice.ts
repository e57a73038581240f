/** What an operator should do when Meta lets nothing through. Shown on `/readyz`, in the log, and by the doctor. */
export const stopAdvice = {
  token:
    'Meta does not accept the page token. Check that MESSENGER_PAGE_TOKEN was copied whole. If it was, generate a new one for the page, set it, and restart every process. What waits is sent then, as far as the 24-hour window allows.',
  permission:
    'The app lacks a permission for the page. Check in the app dashboard that pages_messaging is granted, and that the token is of someone who may send messages for the page.',
  access: 'The app is not live, or has no Advanced Access for pages_messaging. Complete App Review in the app dashboard.',
  restricted:
    "Meta has restricted the page for policy reasons. Look at the page's Support Inbox and Page Quality, and at docs/messenger-policy.md.",
  humanAgent:
    "Meta did not take a colleague's words after the 24 hours. Ask for the feature Human Agent in App Review. Until then, answer within the 24 hours, or by another way.",
  bothersome:
    "Meta warns that the page's messages bother people. Look at the page's Support Inbox; answer people by other ways until it is settled.",
} as const
