import { existsSync } from 'node:fs'
import { openLog } from './app/openLog.ts'
import { buildApp } from './app.ts'
import { loadSettings } from './config/loadSettings.ts'
import { ContentError } from './content/contentError.ts'
import { SettingsError } from './kernel/settingsError.ts'

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = loadSettings(process.env)
  const app = await buildApp(settings, { log: openLog(settings) })
  const { port, seeded } = await app.start()
  console.log(`
Screening Messenger is ready.

  Web chat    http://localhost:${port}/chat
  Ready?      http://localhost:${port}/readyz
  Messenger   ${settings.messenger ? `${settings.publicUrl ?? `http://localhost:${port}`}/webhooks/messenger` : 'off (README.md says how to connect a Facebook page)'}
  Database    ${settings.databaseUrl ? 'PostgreSQL' : `embedded, in ${settings.dataDir}`}
  Sessions    ${settings.redisUrl ? 'Redis' : 'in the database'}
${seeded ? '\nThe database was empty: it now holds an invented demo service.\n' : ''}
Stop with Ctrl+C.
`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.stop().finally(() => process.exit()))
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof ContentError)) throw error
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
