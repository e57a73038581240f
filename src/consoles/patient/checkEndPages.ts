import { type CheckFacts, renderCheckTemplate } from './checkTemplates.ts'

type End = { title: string; paragraphs: string[]; callUs: boolean }

const goBack = new Map([
  ['messenger', 'You can close this page and go back to your conversation in Messenger.'],
  ['directline', 'You can close this page and go back to the page with our web chat.'],
])

/** Where everything is as it should be. */
export const checkedEnd = (channel: string): End => ({
  title: 'Thank you',
  paragraphs: ['We know now that it is you.', goBack.get(channel) ?? 'You can close this page and go back to your conversation with us.'],
  callUs: false,
})

/** The same for a link that was used, has expired, was replaced by a newer one, or never was ours. */
export const voidEnd: End = {
  title: 'This link does not work any more',
  paragraphs: [
    'A link works once, for 30 minutes. A newer one in your conversation takes its place.',
    'If you were just checked, there is nothing more to do here. Otherwise please go back to your conversation with us and ask for a new link.',
  ],
  callUs: true,
}

export const lockedEnd: End = {
  title: 'Sorry, that was too many tries',
  paragraphs: [
    'To keep your details safe, we cannot check them on this page now.',
    'Please go back to your conversation with us and write “person”. A member of staff will help you.',
  ],
  callUs: true,
}

/** A page that ends it. */
export const renderCheckEnd = (facts: CheckFacts, style: string, end: End): string =>
  renderCheckTemplate('checkEndPage.njk', facts, { style, ...end })
