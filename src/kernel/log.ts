/**
 * What may be written to the log: ids, codes, counts and durations; never a person's words, names or numbers.
 * The first argument is a short event name (`turn.done`), the second its facts.
 */
export type Log = {
  debug(event: string, facts?: LogFacts): void
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}

export type LogFacts = Record<string, string | number | boolean | null | undefined | string[]>

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
