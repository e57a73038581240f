/** Meta's limits for what we send. Where its pages do not say in which unit, UTF-16 units are counted, which is never too many. */
export const replyLimits = {
  /** Quick replies under one message. */
  quickReplies: 13,
  /** The title of a quick reply or a button; longer ones are cut by Messenger. */
  title: 20,
  /** What comes back from a tap on a quick reply or a postback button. */
  payload: 1000,
  /** Buttons of a button template, and its text. */
  buttons: 3,
  buttonText: 640,
} as const
