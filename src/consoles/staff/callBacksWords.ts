import type { CallBack, CallBackOutcome } from '../../handoff/callBack.ts'

export const callBackOutcomes: Record<CallBackOutcome, string> = {
  reached: 'Reached',
  noAnswer: 'No answer, given up',
  wrongNumber: 'Wrong number',
}

/** How it stands, in words: open ones by whether they are due. */
export function callBackState({ done, dueBy, taken }: CallBack, now: Date): { words: string; overdue: boolean; open: boolean } {
  if (done) return { words: `${callBackOutcomes[done.outcome]}, by ${done.by}`, overdue: false, open: false }
  const overdue = dueBy < now
  return { words: `${overdue ? 'Overdue' : 'To do'}${taken ? `, ${taken.by} has it` : ''}`, overdue, open: true }
}
