/**
 * What a user would write with the SDK alone: restify, a `BotAdapter`, `MemoryStorage`, and an answer to the webhook
 * when every message is handled. It checks the signature, keeps a count in conversation state, echoes through the
 * same Send API, and keeps nothing: a crash loses everything.
 */
import { createHmac } from 'node:crypto'
import { type Activity, BotAdapter, ConversationState, MemoryStorage, type ResourceResponse, TurnContext } from 'botbuilder'
import restify from 'restify'

const { PORT = '0', GRAPH_URL = '', PAGE_ID = '', PAGE_TOKEN = '', APP_SECRET = '' } = process.env
const proof = createHmac('sha256', APP_SECRET).update(PAGE_TOKEN).digest('hex')
const sendUrl = `${GRAPH_URL}/v26.0/${PAGE_ID}/messages?appsecret_proof=${proof}`

class EchoAdapter extends BotAdapter {
  async process(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic)
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const { recipient, text } of activities) {
      const body = JSON.stringify({ recipient: { id: recipient?.id }, messaging_type: 'RESPONSE', message: { text } })
      const response = await fetch(sendUrl, {
        method: 'POST',
        headers: { Authorization: `Bearer ${PAGE_TOKEN}`, 'Content-Type': 'application/json' },
        body,
      })
      await response.text()
    }
    return activities.map(() => ({ id: '' }))
  }

  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

const adapter = new EchoAdapter()
const state = new ConversationState(new MemoryStorage())
const count = state.createProperty<number>('count')

type Item = { sender: { id: string }; recipient: { id: string }; message: { mid: string; text: string } }

async function answer(item: Item): Promise<void> {
  const activity = {
    type: 'message',
    id: item.message.mid,
    text: item.message.text,
    channelId: 'messenger',
    conversation: { id: item.sender.id, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: item.sender.id, name: '' },
    recipient: { id: item.recipient.id, name: '' },
  }
  await adapter.process(activity, async (context) => {
    await count.set(context, (await count.get(context, 0)) + 1)
    await context.sendActivity(`You said: ${context.activity.text}`)
    await state.saveChanges(context)
  })
}

const server = restify.createServer()
server.get('/readyz', async (_req, res) => {
  res.send(200)
})
server.post('/webhooks/messenger', async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const expected = `sha256=${createHmac('sha256', APP_SECRET).update(raw).digest('hex')}`
  if (req.headers['x-hub-signature-256'] !== expected) return res.send(401)
  const { entry } = JSON.parse(raw.toString('utf8')) as { entry: { messaging: Item[] }[] }
  await Promise.all(entry.flatMap(({ messaging }) => messaging).map(answer))
  res.send(200)
})
server.listen(Number(PORT), '127.0.0.1')
