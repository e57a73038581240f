import type { Attachment } from 'botbuilder'
import type { Reply } from '../../conversation/activity.ts'
import { linkLine, type ReplyAction, readAction } from './replyAction.ts'
import { fitsButtonTemplate, type ReplyCard, readCard, toAttachment } from './replyCard.ts'
import { replyLimits } from './replyLimits.ts'
import { splitText } from './splitText.ts'

type Block = { text: string } | { card: ReplyCard }

/**
 * One reply as the messages Messenger can show, in order; nothing of it is left out. Long text is split. Choices stand
 * under the last message as quick replies; where they are too many or too long, the text gets a numbered list, and the
 * quick replies (up to 13) are its numbers. A card that Meta's button template cannot show becomes text with such a list,
 * as every card does with `cards: false`. A presented message presents as itself.
 */
export function presentReply(reply: Reply, { cards = true }: { cards?: boolean } = {}): Reply[] {
  if (reply.type !== 'message') return []
  const { text = '', suggestedActions, attachments = [], attachmentLayout: _layout, ...rest } = reply
  const blocks: Block[] = text.trim() ? [{ text }] : []
  const numbered: ReplyAction[] = []

  for (const attachment of attachments) {
    const card = readCard(attachment)
    if (!card) write(blocks, mediaLine(attachment))
    else addCard(card)
  }
  const quickReplies = addSuggestions((suggestedActions?.actions ?? []).map(readAction).filter((action) => action !== undefined))

  function addCard(card: ReplyCard): void {
    const last = blocks.at(-1)
    const led = card.text === '' && last && 'text' in last ? { ...card, text: last.text } : undefined
    const whole = led ?? card
    if (cards && fitsButtonTemplate(whole)) {
      if (led) blocks.pop()
      blocks.push({ card: whole })
    } else if (led) write(blocks, linksOf(card.actions), numberedLines(card.actions))
    else begin(paragraphs(card.text, linksOf(card.actions), numberedLines(card.actions)))
  }

  /** A text of its own; a card with nothing in it leaves none. */
  function begin(own: string): void {
    if (own.trim()) blocks.push({ text: own })
  }

  function addSuggestions(actions: ReplyAction[]): ReplyAction[] {
    const choices = actions.filter(({ kind }) => kind === 'choice')
    write(blocks, linksOf(actions))
    if (numbered.length === 0 && blocks.length > 0 && fitQuickReplies(choices)) return choices
    write(blocks, numberedLines(choices))
    const numbers = numbered.map((choice, index) => ({ ...choice, title: String(index + 1) }))
    return fitQuickReplies(numbers) ? numbers : []
  }

  function numberedLines(actions: ReplyAction[]): string {
    const first = numbered.length + 1
    const choices = actions.filter(({ kind }) => kind === 'choice')
    numbered.push(...choices)
    return choices.map(({ title }, index) => `${first + index}. ${title}`).join('\n')
  }

  const messages = blocks.flatMap((block): Reply[] =>
    'card' in block
      ? [{ ...rest, attachments: [toAttachment(block.card)] }]
      : splitText(block.text).map((piece) => ({ ...rest, text: piece })),
  )
  return messages.map((message, index) =>
    index === messages.length - 1 && quickReplies.length > 0 ? { ...message, suggestedActions: suggest(quickReplies) } : message,
  )
}

/** Adds paragraphs to the last text, or as a text of their own after a card. */
function write(blocks: Block[], ...added: string[]): void {
  const text = paragraphs(...added)
  if (!text.trim()) return
  const last = blocks.at(-1)
  if (last && 'text' in last) last.text = paragraphs(last.text, text)
  else blocks.push({ text })
}

function paragraphs(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

function linksOf(actions: ReplyAction[]): string {
  return actions
    .filter(({ kind }) => kind === 'link')
    .map(linkLine)
    .join('\n')
}

function mediaLine({ name, contentUrl }: Attachment): string {
  return [name, contentUrl].filter(Boolean).join(': ')
}

function fitQuickReplies(choices: ReplyAction[]): boolean {
  const { quickReplies, title, payload } = replyLimits
  return choices.length <= quickReplies && choices.every((one) => one.title.length <= title && one.value.length <= payload)
}

function suggest(choices: ReplyAction[]) {
  return { to: [], actions: choices.map(({ type, title, value }) => ({ type, title, value })) }
}
