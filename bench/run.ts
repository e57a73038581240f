/**
 * What is fast and what is right, beside what a user would otherwise take, in one run; the last line is all of it as JSON.
 *   npm run bench                       everything
 *   npm run bench -- parts              what single parts cost
 *   npm run bench -- intents [--full]   how well intents are understood, beside other engines; --full: on the large sets too
 *   npm run bench -- booking            what a search in a large diary costs, and bookings a second
 *   npm run bench -- desk                how soon the staff consoles show what a patient writes
 *   npm run bench -- content            what an edit of an intent costs: learning, what would change, publishing
 *   npm run bench -- service            the whole service, and one, two and four processes of it
 */
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { full: { type: 'boolean', default: false } } })

/** Loaded when they are measured, so that one that fails to load leaves the others. */
const parts: Record<string, () => Promise<unknown>> = {
  parts: async () => (await import('./parts.ts')).printParts(),
  intents: async () => (await import('./intents/measureIntents.ts')).measureIntents({ all: values.full }),
  booking: async () => (await import('./booking/measureBooking.ts')).measureBooking(),
  desk: async () => (await import('./desk/measureDesk.ts')).measureDesk(),
  content: async () => (await import('./content/measureContent.ts')).measureContent(),
  service: async () => (await import('./measureService.ts')).measureService(),
}

const unknown = positionals.find((name) => !(name in parts))
if (unknown === undefined) {
  const results: Record<string, unknown> = {}
  for (const [name, measure] of Object.entries(parts))
    if (positionals.length === 0 || positionals.includes(name)) results[name] = await measure()
  console.log(JSON.stringify(results))
} else {
  console.error(`There is no part ${unknown}. Parts: ${Object.keys(parts).join(', ')}.`)
  process.exitCode = 1
}
