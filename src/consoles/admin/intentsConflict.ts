import type { BothChanged, OtherIntent } from '../../content/intentEditing.ts'
import type { IntentFields } from '../../content/intentForm.ts'
import { folderWords } from './draftWords.ts'
import { fieldNames, personChoices } from './intentsWords.ts'

/** Fields that are chosen, not written. */
const chosen = ['programme', 'followUps', 'person', 'sourceDate', 'reviewed', 'reviewBy']

/** Fields that both have changed, side by side; and all others, as they have been put together. */
export function shownConflicts(fields: IntentFields, both: readonly BothChanged[], others: readonly OtherIntent[]) {
  const inConflict = new Set(both.map(({ field }) => field))
  return {
    both: both.map(({ field, was, mine, theirs }) => ({
      field,
      id: field.replace('.', '-'),
      name: fieldNames[field] ?? 'Answer in another language',
      isChosen: chosen.includes(field) || field.startsWith('languageCheck.'),
      was: valueWords(field, was, others),
      mine,
      mineWords: valueWords(field, mine, others),
      theirs,
      theirWords: valueWords(field, theirs, others),
    })),
    kept: Object.entries(fields)
      .filter(([name]) => !inConflict.has(name))
      .map(([name, value]) => ({ name, value })),
  }
}

function valueWords(field: string, value: string, others: readonly OtherIntent[]): string {
  if (!value) return ''
  if (field === 'programme') return folderWords(value)
  if (field === 'person') return personChoices.find((one) => one.value === value)?.text ?? value
  if (field !== 'followUps') return value
  return value
    .split(' ')
    .map((id) => others.find((one) => one.id === id)?.title ?? id)
    .join('\n')
}
