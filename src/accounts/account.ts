/** staff: answer patients, book for them, do what the office has to. admin: edit what the bot says, and who works here. */
export type Role = 'staff' | 'admin'

/** Somebody who works here. Patients know her by her first name. */
export type Account = { id: string; email: string; firstName: string; roles: Role[] }
