import { checkFactNames } from './checkFactNames.ts'
import { type IntentFields, linesOf } from './intentForm.ts'
import { FEWEST_EXAMPLES, LONGEST_EXAMPLE, limitOf, MOST_FOLLOW_UPS } from './intentLimits.ts'
import { daySchema, type Intent, programmes } from './intentSchema.ts'

/** What must be put right before an intent can be kept: the field, and what to do, in plain words. */
export type IntentFault = { field: string; text: string }

/** `others`: the rest of the draft. `dialog`: it begins a dialog, and may be without an answer. */
export type Around = { id: string; others: readonly Intent[]; dialog?: string | undefined }

const dates: Readonly<Record<string, string>> = {
  reviewed: 'the day on which it was last reviewed',
  reviewBy: 'the day by which it is reviewed again',
}

/** What is wrong with the fields of an intent (`tidy`), in the order of the form. */
export function intentFaults(fields: IntentFields, { id, others, dialog }: Around): IntentFault[] {
  const value = (name: string) => fields[name] ?? ''
  const hasAnswer = answerFields.some((name) => value(name))
  const faults: IntentFault[] = []
  const fault = (field: string, text: string) => faults.push({ field, text })
  const need = (field: string, text: string) => value(field) || fault(field, text)

  need('title', 'Enter a title')
  need('asked', 'Enter the question, in a patient’s words')
  if (!programmes.some((one) => one === value('programme'))) fault('programme', 'Choose a programme')
  const namesake = others.find(({ title }) => title.toLowerCase() === value('title').toLowerCase())
  if (namesake) fault('title', `“${namesake.asked}” has this title already. Patients could not tell the two apart`)
  faults.push(...exampleFaults(fields, others))
  if (hasAnswer || !dialog) need('text', 'Enter the answer')
  if (value('meets') || value('control')) {
    need('meets', 'Enter what meets the worry, or leave both parts empty')
    need('control', 'Enter what she can ask for and decide, or leave both parts empty')
  }
  if (value('linkTitle') || value('linkUrl')) {
    need('linkTitle', 'Enter a title for the link, or leave both fields empty')
    if (!isAddress(value('linkUrl'), ['https:'])) fault('linkUrl', 'Enter an address that begins with https://')
  }
  faults.push(...followUpFaults(value('followUps'), id, others))
  need('sourceName', 'Enter where the facts come from')
  if (value('sourceUrl') && !isAddress(value('sourceUrl'), ['https:', 'http:']))
    fault('sourceUrl', 'Enter an address that begins with https://')
  if (value('sourceDate') && !isDay(value('sourceDate'))) fault('sourceDate', 'Enter the date of the source, or leave it empty')
  for (const [field, what] of Object.entries(dates)) if (!isDay(value(field))) fault(field, `Enter ${what}`)
  if (isDay(value('reviewed')) && isDay(value('reviewBy')) && value('reviewBy') <= value('reviewed'))
    fault('reviewBy', 'It must be reviewed again after the day on which it was last reviewed')
  return [...faults, ...Object.entries(fields).flatMap(([field, text]) => [...tooLong(field, text), ...unknownFacts(field, text)])]
}

const answerFields = ['text', 'easyRead', 'more', 'linkTitle', 'linkUrl', 'followUps', 'meets', 'control']

function tooLong(field: string, text: string): IntentFault[] {
  const limit = limitOf(field)
  if (!limit || text.length <= limit.most) return []
  return [{ field, text: `${limit.what} can have at most ${limit.most} characters. It has ${text.length}` }]
}

function unknownFacts(field: string, text: string): IntentFault[] {
  if (!limitOf(field)) return []
  const [found] = checkFactNames('', [text])
  return found
    ? [
        {
          field,
          text: found
            .replace(/^: /, '')
            .replace(/\.$/, '')
            .replace(/^there are/, 'There are'),
        },
      ]
    : []
}

/** The same words mean one thing. */
function exampleFaults(fields: IntentFields, others: readonly Intent[]): IntentFault[] {
  const taken = new Map(
    others.flatMap((intent) => [...intent.utterances, ...intent.heard].map((text): [string, string] => [text.toLowerCase(), intent.title])),
  )
  const seen = new Set<string>()
  const count = linesOf(fields.utterances).length
  const few =
    count < FEWEST_EXAMPLES
      ? [
          {
            field: 'utterances',
            text: `Enter at least ${FEWEST_EXAMPLES} examples, a line each. There ${count === 1 ? 'is' : 'are'} ${count}`,
          },
        ]
      : []
  const each = ['utterances', 'heard'].flatMap((field) =>
    linesOf(fields[field]).flatMap((line) => {
      const key = line.toLowerCase()
      const other = taken.get(key)
      const isTwice = seen.has(key)
      seen.add(key)
      return [
        ...(other ? [`“${line}” is an example of “${other}” already. Take it out here or there`] : []),
        ...(isTwice ? [`“${line}” is there twice`] : []),
        ...(line.length > LONGEST_EXAMPLE
          ? [`“${line.slice(0, 40)}…” can have at most ${LONGEST_EXAMPLE} characters. It has ${line.length}`]
          : []),
      ].map((text) => ({ field, text }))
    }),
  )
  return [...few, ...each]
}

function followUpFaults(text: string, id: string, others: readonly Intent[]): IntentFault[] {
  const ids = text.split(' ').filter(Boolean)
  const unknown = ids.find((one) => one !== id && !others.some((other) => other.id === one))
  if (ids.includes(id)) return [{ field: 'followUps', text: 'Choose other questions: this one has just been answered' }]
  if (unknown) return [{ field: 'followUps', text: `Choose another question: there is no ${unknown} any more` }]
  if (new Set(ids).size < ids.length) return [{ field: 'followUps', text: 'Choose each question once' }]
  if (ids.length > MOST_FOLLOW_UPS) return [{ field: 'followUps', text: `Choose at most ${MOST_FOLLOW_UPS} questions` }]
  return []
}

const isDay = (text: string): boolean => daySchema.safeParse(text).success

const isAddress = (text: string, protocols: string[]): boolean => URL.canParse(text) && protocols.includes(new URL(text).protocol)
