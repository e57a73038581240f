import { z } from 'zod'
import { cleanText } from '../directline/cleanText.ts'
import { longestText } from '../directline/postedActivitySchema.ts'

const longestValue = 1000

/** Where a member that nothing depends on cannot be read, it counts as absent. */
const ifReadable = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(undefined)

const name = ifReadable(z.string().max(500).transform(cleanText))
const id = z.string().max(1000)

const account = ifReadable(z.object({ id, name, role: ifReadable(z.enum(['user', 'bot'])), aadObjectId: ifReadable(z.string().max(100)) }))

const conversation = z.object(
  {
    id: id.min(1, 'conversation.id is missing'),
    name,
    isGroup: ifReadable(z.boolean()),
    conversationType: ifReadable(z.string().max(50)),
    tenantId: ifReadable(z.string().max(100)),
  },
  'conversation is missing',
)

const channelData = ifReadable(
  z.object({
    /** Set by the Emulator's Web Chat, which sends a button's payload as the text. */
    postBack: ifReadable(z.boolean()),
    /** Set by it too: the words that its user is seen to say. */
    messageBack: ifReadable(z.object({ displayText: ifReadable(z.string().max(longestText)) })),
    tenant: ifReadable(z.object({ id: ifReadable(z.string().max(100)) })),
  }),
)

const value = z
  .unknown()
  .refine((given) => (JSON.stringify(given) ?? '').length <= longestValue, `value must be at most ${longestValue} characters`)
  .optional()

const reactions = ifReadable(z.array(z.object({ type: z.string().max(100).transform(cleanText) })).max(20))

/** What a channel may post, as far as anything of it is used here. Unknown members are dropped. */
export const receivedActivitySchema = z.object({
  type: z.string('type is missing').min(1, 'type is missing').max(50),
  channelId: z.string('channelId is missing').regex(/^[A-Za-z0-9_-]{1,50}$/, 'channelId must be the name of a channel'),
  serviceUrl: z
    .url({ protocol: /^https?$/, error: 'serviceUrl must begin with http:// or https://' })
    .max(2000, 'serviceUrl must be at most 2000 characters')
    .refine((url) => !URL.parse(url)?.username, 'serviceUrl must hold no user'),
  conversation,
  from: account,
  recipient: account,
  id: ifReadable(z.string().min(1).max(2000)),
  timestamp: ifReadable(z.iso.datetime({ offset: true })),
  locale: ifReadable(z.string().regex(/^[A-Za-z0-9-]{1,35}$/)),
  deliveryMode: ifReadable(z.enum(['normal', 'notification', 'expectReplies', 'ephemeral'])),
  replyToId: ifReadable(id),
  name: ifReadable(z.string().max(200)),
  text: z
    .string({ error: 'text must be text' })
    .transform(cleanText)
    .pipe(z.string().max(longestText, `text must be at most ${longestText} characters`))
    .nullish(),
  value,
  channelData,
  attachments: ifReadable(z.array(z.object({ contentType: z.string() }).catch({ contentType: 'unknown' }))),
  membersAdded: ifReadable(z.array(z.unknown())),
  reactionsAdded: reactions,
  reactionsRemoved: reactions,
})

export type ReceivedActivity = z.infer<typeof receivedActivitySchema>
