/** One thing looked at; `idle` is one that is neither well nor unwell, because it does not run. `says` is a plain sentence; `advice`, what to do about it. Neither ever holds a secret. */
export type Finding = { what: string; state: 'ok' | 'idle' | 'warning' | 'fault'; says: string; advice?: string }

/** What is wrong, and what to do. */
export type Trouble = { says: string; advice: string }

export const ok = (what: string, says: string): Finding => ({ what, state: 'ok', says })
export const idle = (what: string, says: string): Finding => ({ what, state: 'idle', says })
export const warning = (what: string, says: string, advice: string): Finding => ({ what, state: 'warning', says, advice })
export const fault = (what: string, says: string, advice: string): Finding => ({ what, state: 'fault', says, advice })
