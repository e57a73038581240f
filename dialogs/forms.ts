import type { FormDialog, FormOutcome } from './formDialog.ts'
import { MESSAGE_FOR_STAFF, messageForStaff, passMessageOn } from './messageForStaff.ts'
import type { Turn } from './turn.ts'

type Form = {
  dialog: FormDialog
  /** What follows when the form is done, or given up. */
  finish: (turn: Turn, outcome: FormOutcome) => Promise<void>
}

/** Every form, by its id. */
export const forms: Record<string, Form> = {
  [MESSAGE_FOR_STAFF]: { dialog: messageForStaff, finish: passMessageOn },
}
