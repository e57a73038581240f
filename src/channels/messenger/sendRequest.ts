/** The body of `POST /{page}/messages`, as far as we use it. */
export type SendRequest = { recipient: { id: string } } & (
  | { messaging_type: 'RESPONSE'; message: GraphMessage }
  /** A person's own words, up to seven days after the other person last wrote. */
  | { messaging_type: 'MESSAGE_TAG'; tag: 'HUMAN_AGENT'; message: GraphMessage }
  | { sender_action: 'typing_on' }
)

export type GraphMessage = { metadata: string; quick_replies?: QuickReply[] } & (
  | { text: string }
  | { attachment: { type: 'template'; payload: { template_type: 'button'; text: string; buttons: GraphButton[] } } }
)

export type QuickReply = { content_type: 'text'; title: string; payload: string }

export type GraphButton = { type: 'postback'; title: string; payload: string } | { type: 'web_url'; title: string; url: string }
