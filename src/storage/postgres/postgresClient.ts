import pg from 'pg'
import { StoreFailure } from '../../kernel/storeFailure.ts'

/** SQLSTATE classes that tell of a fault in what we asked. Every other one tells of a server in trouble. */
const ASKED_WRONGLY = /^(?:0[AB]|2[0-4]|2[B-F]|3[89BDF]|42|44|P0)/

/** The server takes no writes, as the old one after a failover, or it ends the connection. */
const NO_USE_ANY_MORE = /^(?:25006|57P|08)/

type Query = (...args: unknown[]) => unknown

/** Where the caller gave a callback, as a pool does for one query, there is none; that caller drops the connection itself. */
const isPromise = (asked: unknown): asked is Promise<unknown> => typeof (asked as Promise<unknown> | undefined)?.catch === 'function'

/**
 * A connection that is given up, so that the pool makes a new one, when the server does not answer in time or has become
 * read-only: after a failover the address may lead to another server, but an old connection still to the old one. What
 * fails for the server's reasons rejects with `StoreFailure`; `onFailure` hears of each.
 */
export function postgresClient(onFailure: (failure: StoreFailure) => void): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config)
      // The query in hand is rejected. Without a listener the process would end as well.
      this.on('error', () => {})
      const ask = this.query.bind(this) as Query
      this.query = ((...args: unknown[]) => {
        const asked = ask(...args)
        return isPromise(asked) ? asked.catch((error) => this.fail(error)) : asked
      }) as typeof this.query
    }

    private fail(error: unknown): never {
      const sqlState = error instanceof pg.DatabaseError ? error.code : undefined
      if (sqlState && ASKED_WRONGLY.test(sqlState)) throw error
      if (!sqlState || NO_USE_ANY_MORE.test(sqlState)) this.end().catch(() => {})
      const failure = new StoreFailure(error)
      onFailure(failure)
      throw failure
    }
  }
}
