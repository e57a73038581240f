import type { RawSettings } from './settingsSchema.ts'

/** The Messenger channel's settings; present as a whole or not at all. */
export type MessengerSettings = {
  pageId: string
  pageToken: string
  appSecret: string
  verifyToken: string
  graphUrl: string
  graphVersion: string
}

/** The settings as the rest of the code sees them: parsed once, complete, and nobody reads the environment again. */
export type Settings = {
  port: number
  /** All addresses when absent. */
  host: string | undefined
  /** Without a slash at its end; absent where nothing is known of the outside. */
  publicUrl: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  redisUrl: string | undefined
  /** The first seals, all open. Absent on an embedded installation, which makes its own. */
  secretKeys: string[] | undefined
  logLevel: RawSettings['LOG_LEVEL']
  messenger: MessengerSettings | undefined
}
