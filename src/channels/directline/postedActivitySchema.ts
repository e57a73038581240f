import { z } from 'zod'
import { cleanText } from './cleanText.ts'

/** In UTF-16 units, as a browser counts. */
export const longestText = 2000
const longestValue = 1000

const channelData = z
  .object(
    {
      clientActivityID: z
        .string({ error: 'clientActivityID must be text' })
        .regex(/^[A-Za-z0-9_-]{1,64}$/, 'clientActivityID must be 1 to 64 letters, digits, - or _')
        .nullish(),
      /** Set by Microsoft's Web Chat, which sends a button's payload as the text. */
      postBack: z.boolean().nullish().catch(undefined),
      /** Set by Web Chat too: the words that its user is seen to say. */
      messageBack: z
        .object({ displayText: z.string().max(longestText).nullish() })
        .nullish()
        .catch(undefined),
    },
    'channelData must be an object',
  )
  .nullish()

/** The client's own name for its user; nothing is decided by it. */
const from = z
  .object({ id: z.string().max(100).nullish() })
  .nullish()
  .catch(undefined)

const text = z
  .string({ error: 'text must be text' })
  .transform(cleanText)
  .pipe(z.string().max(longestText, `text must be at most ${longestText} characters`))
  .nullish()

const value = z
  .unknown()
  .refine((given) => given == null || typeof given === 'string' || isObject(given), 'value must be text or an object')
  .refine((given) => sizeOf(given) <= longestValue, `value must be at most ${longestValue} characters`)
  .optional()

const message = z
  .object({
    type: z.literal('message'),
    text,
    value,
    channelData,
    from,
    attachments: z.array(z.unknown()).max(0, 'attachments are not taken here').nullish(),
  })
  .refine((given) => given.text || given.value, 'text is missing')

const event = z.object({
  type: z.literal('event'),
  name: z.enum(['getStarted'], 'name is not that of an event taken here'),
  channelData,
  from,
})

const typing = z.object({ type: z.literal('typing'), channelData })

/** What a Direct Line client may post. Unknown members are dropped: clients send many that mean nothing here. */
export const postedActivitySchema = z.discriminatedUnion('type', [message, event, typing], {
  error: 'type must be message, event or typing',
})

export type PostedActivity = z.infer<typeof postedActivitySchema>

function isObject(given: unknown): boolean {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function sizeOf(given: unknown): number {
  if (given === undefined || given === null) return 0
  return typeof given === 'string' ? given.length : JSON.stringify(given).length
}
