import type { Advice } from '../../content/intentAdvice.ts'
import type { IntentPage } from '../../content/intentEditing.ts'
import type { IntentFields } from '../../content/intentForm.ts'
import type { Intent } from '../../content/intentSchema.ts'
import type { PreviewAnswer, PreviewTurn } from './intentsPreview.ts'

type Advised = { advice: Advice; intent: Intent | undefined; draft: readonly Intent[] }

/** What stands beside the form: what must be put right, what to look at, how the texts read, how a patient would see it. */
export async function adviceView({ advice, intent, draft }: Advised, preview: PreviewAnswer) {
  const { faults, remarks, measures, waiting } = advice
  const turns: PreviewTurn[] = intent ? await preview(intent, draft) : []
  return {
    advice: {
      faults,
      remarks,
      measures: measures.map(({ age, ...measure }) => ({ ...measure, age: Math.max(5, Math.round(age)) })),
      waiting,
      toLookAt: faults.length + remarks.length + measures.reduce((sum, one) => sum + one.remarks.length, 0),
      turns,
    },
  }
}

/** The languages in which an answer can be said, and those in which it cannot yet. */
export function languagesView(languages: IntentPage['languages'], fields: IntentFields) {
  const versions = languages.map((one) => ({ ...one, check: fields[`languageCheck.${one.code}`] ?? '' }))
  return {
    there: versions.filter(({ check }) => check),
    missing: versions.filter(({ check }) => !check),
  }
}
