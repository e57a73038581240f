/** Reminders reach nobody outside of these hours, by the clock of the site: a phone that lights up at night is an alarm. */
export const DECENT = { from: '08:00', to: '20:00' }

/** When reminders are planned for, with room to DECENT for tries that fail. Whole hours. */
export const PLANNED = { from: 10, to: 19 }

/** Hours before the appointment: planned between the first two, never sent after the third. */
export const DAYS_BEFORE = { from: 48, to: 24, late: 22 }

/** Never sent in the last so many hours: by then the other reminder is near. */
export const WEEK_BEFORE_LATE_HOURS = 72

/** A reminder that would come so soon after the confirmation says nothing new. */
export const APART_HOURS = 12
