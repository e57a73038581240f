import type { Turn } from './turn.ts'

/** Whether the bot waits for an answer: a form is open, or an appointment is talked about. */
export const hasOpenQuestion = ({ dialogs, session }: Turn): boolean => dialogs.activeDialog !== undefined || session.booking !== undefined
