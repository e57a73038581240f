import { z } from 'zod'
import type { IncomingEvent } from '../../conversation/incomingEvent.ts'
import type { Observation } from './observation.ts'
import { platformId } from './updates/platformId.ts'
import { readChange } from './updates/readChange.ts'
import { readTime } from './updates/readTime.ts'
import { readUpdate } from './updates/readUpdate.ts'

/** Why something in a body was not taken, and where it stood. The code is ours; nothing of the content is in either. */
export type Fault = { code: string; at: string }

export type ReadEvents = { events: IncomingEvent[]; observed: Observation[]; faults: Fault[] }

/** Whose webhook this is. With the app's own id known, echoes and handovers are told apart more surely. */
export type PageIdentity = { pageId: string; appId?: string | undefined }

const record = z.record(z.string(), z.unknown())
const entrySchema = z.object({ id: platformId, time: z.unknown().optional() })

/** Whether a body is for a Page at all: Meta's other products share the webhook's form. */
export function isPageBody(body: unknown): body is { object: 'page'; entry?: unknown } {
  return typeof body === 'object' && body !== null && 'object' in body && body.object === 'page'
}

/**
 * Reads a webhook body, each update by itself: one that cannot be read is a fault and never costs the others. Never
 * throws. Where Meta tells no time, the entry's counts, then a watermark, then `receivedAt`.
 */
export function readEvents(body: unknown, page: PageIdentity, receivedAt: Date): ReadEvents {
  const result: ReadEvents = { events: [], observed: [], faults: [] }
  const attempt = (at: string, read: () => void) => {
    try {
      read()
    } catch (error) {
      result.faults.push(faultOf(error, at))
    }
  }

  const readEntry = (raw: unknown, at: string) => {
    const entry = record.parse(raw)
    const { id, time } = entrySchema.parse(entry)
    if (id !== page.pageId) {
      result.faults.push({ code: 'WRONG_PAGE', at })
      return
    }
    for (const list of ['messaging', 'standby'] as const) {
      each(entry[list], `${at}.${list}`, (rawItem) => {
        const item = record.parse(rawItem)
        const occurredAt = readTime(item.timestamp) ?? readTime(time) ?? watermarkOf(item) ?? receivedAt
        const reading = readUpdate({ item, standby: list === 'standby', pageId: page.pageId, appId: page.appId, occurredAt })
        if ('event' in reading) result.events.push(reading.event)
        else result.observed.push(reading.observation)
      })
    }
    each(entry.changes, `${at}.changes`, (change) => result.observed.push(readChange(change, readTime(time) ?? receivedAt)))
  }

  const each = (list: unknown, at: string, read: (item: unknown, at: string) => void) => {
    if (list === undefined || list === null) return
    if (!Array.isArray(list)) result.faults.push({ code: 'MALFORMED', at })
    else for (const [index, item] of list.entries()) attempt(`${at}[${index}]`, () => read(item, `${at}[${index}]`))
  }

  if (!isPageBody(body)) result.faults.push({ code: 'NOT_A_PAGE', at: 'object' })
  else if (body.entry === undefined) result.faults.push({ code: 'MALFORMED', at: 'entry' })
  else each(body.entry, 'entry', readEntry)
  return result
}

function watermarkOf(item: Record<string, unknown>): Date | undefined {
  const receipt = record.safeParse(item.delivery ?? item.read)
  return readTime(receipt.data?.watermark)
}

/** Our schemas' custom messages are codes; everything else that zod finds is MALFORMED. */
function faultOf(error: unknown, at: string): Fault {
  if (!(error instanceof z.ZodError)) return { code: 'READER_FAILED', at }
  const issue = error.issues[0]
  const code = issue && /^[A-Z_]+$/.test(issue.message) ? issue.message : 'MALFORMED'
  return { code, at: [at, ...(issue?.path ?? []).map(String)].join('.') }
}
