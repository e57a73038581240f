import { existsSync } from 'node:fs'
import { adviseAfterStart } from './app/adviseAfterStart.ts'
import { endOnUnexpected } from './app/endOnUnexpected.ts'
import { openLog } from './app/openLog.ts'
import { reloadOnSignal } from './app/reloadOnSignal.ts'
import { startAdvice } from './app/startAdvice.ts'
import { stopOnSignals } from './app/stopOnSignals.ts'
import { buildApp } from './app.ts'
import { facesOutside } from './channels/botframework/facesOutside.ts'
import { loadSettings } from './config/loadSettings.ts'
import type { Settings } from './config/settings.ts'
import { ContentError } from './content/contentError.ts'
import { errorFacts } from './kernel/errorFacts.ts'
import { SettingsError } from './kernel/settingsError.ts'

let settings: Settings | undefined
try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  settings = loadSettings(process.env)
  const log = openLog(settings)
  endOnUnexpected(log)
  const app = await buildApp(settings, { log })
  const { port, seeded, firstAdminCode } = await app.start()
  console.log(`
Screening Messenger is ready.

  Web chat    http://localhost:${port}/chat
  Staff       http://localhost:${port}/staff
  Ready?      http://localhost:${port}/readyz
  Messenger   ${settings.messenger ? `${settings.publicUrl ?? `http://localhost:${port}`}/webhooks/messenger` : 'off (README.md says how to connect a Facebook page)'}
  Emulator    ${emulatorAt(settings, port)}
  Database    ${settings.databaseUrl ? 'PostgreSQL' : `embedded, in ${settings.dataDir}`}
  Sessions    ${settings.redisUrls ? 'Redis' : 'in the database'}
${seeded ? '\nThe database was empty: it now holds an invented demo service. demo/README.md says who you can be.\n' : ''}${firstAdminCode ? firstAdmin(port, firstAdminCode) : ''}
Stop with Ctrl+C.
`)
  stopOnSignals(app, app.log)
  // In a terminal the signal says that it was closed, and ends the service as ever.
  if (!process.stdout.isTTY) reloadOnSignal(app.reload, app.log)
  void adviseAfterStart(settings, app.log)
} catch (error) {
  console.error(`\n${whyNotStarted(error)}\n`)
  process.exit(1)
}

/** Nobody can sign in yet: whoever reads this makes the first account. */
function firstAdmin(port: number, code: string): string {
  return `\nNobody has an account yet. Make the first one at http://localhost:${port}/staff/join with the code ${code} (for 24 hours).\n`
}

function emulatorAt({ botFramework, ...settings }: Settings, port: number): string {
  if (!botFramework && facesOutside(settings)) return 'off (PUBLIC_URL or TRUSTED_PROXIES is set, MicrosoftAppId is not)'
  return `http://localhost:${port}/api/messages${botFramework ? '' : ' (on this machine only)'}`
}

/** Only messages of our own are shown: those of others may hold what the database holds. */
function whyNotStarted(error: unknown): string {
  if (error instanceof SettingsError || error instanceof ContentError) return error.message
  const known = startAdvice(error, settings)
  if (known) return `Screening Messenger cannot start. ${known.says}\n${known.advice}`
  const { cause, at } = errorFacts(error)
  return `Screening Messenger could not start: ${cause} ${at ?? ''}`
}
