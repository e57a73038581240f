import type { IntentPage, TypedIntent } from '../../content/intentEditing.ts'
import type { IntentFault } from '../../content/intentFaults.ts'
import type { IntentFields } from '../../content/intentForm.ts'
import { type Fault, fault } from '../staff/personFields.ts'
import type { Visit } from '../staff/visit.ts'
import { folderWords } from './draftWords.ts'
import { personChoices } from './intentsWords.ts'

const FOLLOW_UPS = [1, 2, 3, 4]
const language = /^language(?:Check)?\.[a-z]{2,3}$/
const names = [
  ...['title', 'asked', 'programme', 'utterances', 'heard', 'text', 'easyRead', 'more', 'linkTitle', 'linkUrl', 'followUps', 'meets'],
  ...['control', 'person', 'owner', 'sourceName', 'sourceUrl', 'sourceDate', 'reviewed', 'reviewBy'],
]

/** What a form says of an intent. A field that the form does not have is not among them. */
export function typedIn({ form }: Pick<Visit, 'form'>, id: string | undefined): TypedIntent {
  const sent = [...form.keys()].filter((name) => names.includes(name) || language.test(name))
  const fields = Object.fromEntries(sent.map((name) => [name, (form.get(name) ?? '').replaceAll('\r\n', '\n')]))
  const chosen = FOLLOW_UPS.map((n) => form.get(`followUp${n}`))
  if (chosen.some((one) => one !== null)) fields.followUps = chosen.filter(Boolean).join(' ')
  // Of two texts that both have changed she may take the other's.
  for (const name of Object.keys(fields)) if (form.get(`take.${name}`) === 'theirs') fields[name] = form.get(`theirs.${name}`) ?? ''
  return { id, was: form.get('was') ?? '', fields }
}

/** A field's id on the page: of four selects the first, where it is about all of them. */
const idOf = (field: string): string => (field === 'followUps' ? 'followUp1' : field.replace('.', '-'))

/** Faults as the templates take them: several of one field stand together. */
export function shownIntentFaults(faults: readonly IntentFault[]): { faults?: Fault[]; texts?: Record<string, string> } {
  if (faults.length === 0) return {}
  const byField = Map.groupBy(faults, ({ field }) => idOf(field))
  return {
    faults: faults.map(({ field, text }) => fault(idOf(field), text)),
    texts: Object.fromEntries(Array.from(byField, ([id, its]) => [id, its.map(({ text }) => text).join('. ')])),
  }
}

type Choices = { programmes: readonly string[]; others: IntentPage['others'] }

/** What the selects and radios of the form offer. */
export function formChoices(fields: IntentFields, { programmes, others }: Choices) {
  const followUps = (fields.followUps ?? '').split(' ').filter(Boolean)
  const asking = others.filter(({ asksNothing }) => !asksNothing)
  const groups = Array.from(
    Map.groupBy(asking, ({ programme }) => programme),
    ([programme, its]) => ({
      title: folderWords(programme),
      choices: its.map(({ id, title, asked }) => ({ value: id, text: `${title} – ${asked}` })),
    }),
  )
  return {
    programmes: programmes.map((value) => ({ value, text: folderWords(value), selected: value === fields.programme })),
    person: personChoices.map((choice) => ({ ...choice, checked: choice.value === (fields.person || 'offered') })),
    followUpGroups: groups,
    followUps: FOLLOW_UPS.map((n) => ({ name: `followUp${n}`, number: n, chosen: followUps[n - 1] ?? '' })),
  }
}
