import { existsSync } from 'node:fs'
import { PACK } from '../../src/app/openPack.ts'
import { openStores } from '../../src/app/openStores.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import { createPostgresDraft } from '../../src/content/postgresDraft.ts'
import { readPackFolder } from '../../src/content/readPackFolder.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { errorFacts } from '../../src/kernel/errorFacts.ts'
import { createPinoLog } from '../../src/kernel/pinoLog.ts'
import { SettingsError } from '../../src/kernel/settingsError.ts'
import { stop } from './stop.ts'

/** The draft of the installation that the settings name. Ends the program where its database cannot be opened. */
export async function openDraftHere() {
  const stores = await openTheStores()
  const { db } = stores.database
  const auditIn = (on: typeof db) => createPostgresAudit(on, systemClock)
  const folder = async () => (await readPackFolder(PACK)).files
  return { db, auditIn, draft: createPostgresDraft({ db, folder, auditIn, clock: systemClock }), close: stores.close }
}

/** Sessions are of no concern here. */
async function openTheStores() {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    const settings = loadSettings(process.env)
    return await openStores({ ...settings, redisUrls: undefined }, createPinoLog('warn'))
  } catch (error) {
    if (error instanceof SettingsError) return stop(error.message)
    const { cause } = errorFacts(error)
    return stop(`The database cannot be opened (${cause}). npm run doctor says what is wrong.`, 1)
  }
}
