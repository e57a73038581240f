/** The programmes that people are invited to, and sites belong to. */
export const programmes = ['breast', 'cervical', 'bowel', 'aaa', 'diabetic_eye', 'lung'] as const
