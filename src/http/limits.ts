/** So many requests in so many seconds, counted from the first. */
export type Limit = { requests: number; seconds: number }

/**
 * Every rate limit, by what it counts. Hundreds of people share the address of a hospital or a mobile operator, so what is
 * counted by address is there against machines; what one person can do is counted by conversation.
 */
export const limits = {
  /** By address: new chats. A text message to a whole town brings some hundreds in a minute through one operator's address. */
  newConversation: { requests: 300, seconds: 60 },
  /** By address: starting, coming back, fresh tokens, streams. After a restart everybody comes back at once, with two calls each. */
  entering: { requests: 1200, seconds: 60 },
  /** By conversation: the same. A page whose connection keeps breaking tries some ten times a minute, in a few tabs. */
  enteringOne: { requests: 60, seconds: 60 },
  /** By address: messages. Five hundred people who write as fast as people talk. */
  posting: { requests: 1500, seconds: 60 },
  /** By conversation, on Bot Framework channels too: messages. A person in a hurry sends two a second for a moment; each costs the service a turn. */
  postingOne: { requests: 20, seconds: 10 },
  /** By address: asking for news. Two hundred of Microsoft's clients where WebSockets are blocked, which ask every second. */
  reading: { requests: 12_000, seconds: 60 },
  /** By conversation: the same. Microsoft's client can be told to ask five times a second, and gives up for good when refused. */
  readingOne: { requests: 600, seconds: 60 },
  /** By address: the chat page and its three files, for as many as may start a chat, and for those who only look. */
  page: { requests: 3000, seconds: 60 },
  /** By address: bodies that are not signed by Meta, and wrong verify tokens. What Meta signs is never counted. */
  unsigned: { requests: 60, seconds: 60 },
  /** By address: calls of `/api/messages` that prove nothing. Microsoft's channels share few addresses: what they sign is never counted. */
  unproved: { requests: 60, seconds: 60 },
  /** By address: tries to say who one is, right ones too. Some dozens behind one operator's address on the day of a campaign; guessing a date of birth takes thousands. */
  checkingFrom: { requests: 100, seconds: 3600 },
  /** By number from a letter, wherever they come from: the same. Somebody who knows the number has ten guesses a day at thousands of dates. */
  checkingNumber: { requests: 10, seconds: 86_400 },
  /** By address: passwords and codes of staff, right ones too, and visits to their organisation's sign-in. A team behind one address signs in each morning; an account of its own is locked after a few wrong ones. */
  signingIn: { requests: 300, seconds: 3600 },
  /** By address: codes of invitations. A whole team may join on one day; guessing one takes longer than the world has. */
  joining: { requests: 60, seconds: 3600 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits
