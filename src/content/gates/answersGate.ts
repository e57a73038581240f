import type { Gate } from '../checks.ts'
import { fillFacts } from '../fillFacts.ts'
import type { Intent } from '../intentSchema.ts'
import type { Pack } from '../readPack.ts'
import type { ServiceFacts } from '../serviceFactsSchema.ts'
import { gate, quote } from './gate.ts'

type Deps = {
  live: Pack
  draft: Pack
  /** The service's, with which answers are said. */
  facts: ServiceFacts
  /** In the service's zone: 2026-11-28. */
  today: string
}

/** Messenger takes no more beside buttons, and no more in a message. */
const BUBBLE = 640
const MESSAGE = 1900

type Item = { key: string; name: string; content: { reviewBy: string }; texts: { what: string; text: string; most: number }[] }

/**
 * What is changed is within its review date, and fits where it is said with this service's own facts. What is not changed only warns, so
 * that a text of somebody else's holds up nobody.
 */
export function answersGate({ live, draft, facts, today }: Deps): Gate {
  const reasons: string[] = []
  const warnings: string[] = []
  const before = new Map(itemsIn(live).map(({ key, content }) => [key, JSON.stringify(content)]))
  for (const { key, name, content, texts } of itemsIn(draft)) {
    const into = before.get(key) === JSON.stringify(content) ? warnings : reasons
    if (content.reviewBy < today)
      into.push(`${quote(name)} was to be reviewed by ${content.reviewBy}. Look at its source, and set a new date.`)
    for (const { what, text, most } of texts) {
      const { length } = fillFacts(text, facts)
      if (length > most) into.push(`${quote(name)}: ${what} has ${length} characters as it is said, and ${most} fit. Shorten it.`)
    }
  }
  return gate('answers', 'What is changed is reviewed, and fits', reasons, warnings)
}

function itemsIn({ intents, guides, texts, languages }: Pack): Item[] {
  return [
    ...intents.map((intent) => ({ key: `intent ${intent.id}`, name: intent.title, content: intent, texts: saidBy(intent) })),
    ...guides.map((guide) => ({ key: `guide ${guide.id}`, name: guide.title, content: guide, texts: [] })),
    ...texts.map((text) => ({ key: `text ${text.id}`, name: text.title, content: text, texts: [] })),
    ...languages.map((language) => ({ key: `language ${language.language}`, name: language.englishName, content: language, texts: [] })),
  ]
}

function saidBy({ worry, answer }: Intent): Item['texts'] {
  if (!answer) return []
  const { text, easyRead, more = '', link } = answer
  return [
    { what: worry ? 'the answer with what meets the worry' : 'the answer', text: worry ? `${worry.meets}\n\n${text}` : text, most: BUBBLE },
    { what: 'the answer in easy words', text: easyRead ?? '', most: BUBBLE },
    { what: 'the longer part', text: link ? `${more || text}\n\n${link.title}: ${link.url}` : more, most: MESSAGE },
  ]
}
