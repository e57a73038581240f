import { loadSettings } from '../../config/loadSettings.ts'
import type { Settings } from '../../config/settings.ts'
import { checkBotFramework } from '../../doctor/checkBotFramework.ts'
import { checkOutside } from '../../doctor/checkOutside.ts'
import { checkRunning } from '../../doctor/checkRunning.ts'
import { type Finding, fault } from '../../doctor/finding.ts'
import { judgeNode } from '../../doctor/judgeNode.ts'
import { judgeNotify } from '../../doctor/judgeNotify.ts'
import { judgeSecrets } from '../../doctor/judgeSecrets.ts'
import { judgeSettings } from '../../doctor/judgeSettings.ts'
import { withoutSecrets } from '../../doctor/withoutSecrets.ts'
import { SettingsError } from '../../kernel/settingsError.ts'
import { examineDatabase } from './examineDatabase.ts'
import { examinePage } from './examinePage.ts'
import { examineRedis } from './examineRedis.ts'

type Environment = Record<string, string | undefined>

/** Everything that can be looked at from where the service runs. Never throws because of what it finds. */
export async function examineAll(environment: Environment): Promise<Finding[]> {
  const node = judgeNode(process.versions.node)
  const settings = readSettings(environment)
  if (!('port' in settings)) return [node, ...settings]
  const { messenger, publicUrl, redisUrls, botFramework } = settings
  const { running, findings } = await checkRunning(settings)
  const found = await Promise.all([
    examineDatabase(settings),
    examineRedis(redisUrls),
    findings,
    examinePage(messenger),
    publicUrl ? checkOutside({ publicUrl, verifyToken: messenger?.verifyToken, running }) : [],
    checkBotFramework(botFramework),
    judgeNotify(environment.NOTIFY_API_KEY?.trim()),
  ])
  return withoutSecrets([node, ...judgeSettings(settings), ...judgeSecrets(settings), ...found.flat()], secretsOf(settings, environment))
}

/** What costs little, for a service that has just started: settings, stores and clock, without Meta and the world outside. */
export async function examineCheaply(settings: Settings): Promise<Finding[]> {
  const found = await Promise.all([settings.databaseUrl ? examineDatabase(settings) : [], examineRedis(settings.redisUrls)])
  return withoutSecrets(
    [judgeNode(process.versions.node), ...judgeSettings(settings), ...judgeSecrets(settings), ...found.flat()],
    secretsOf(settings),
  )
}

function readSettings(environment: Environment): Settings | Finding[] {
  try {
    return loadSettings(environment)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const advice = 'README.md, "Settings", says what each means. The rest can be looked at when these are mended.'
    return error.faults.map((says, at) =>
      at === error.faults.length - 1 ? fault('Settings', says, advice) : { what: 'Settings', state: 'fault', says },
    )
  }
}

function secretsOf(
  { databaseUrl, redisUrls = [], secretKeys = [], messenger, botFramework, notify, metricsToken }: Settings,
  environment: Environment = {},
) {
  const passwords = [databaseUrl, ...redisUrls].map((url) => url && decodeURIComponent(new URL(url).password))
  const { pageToken, appSecret, verifyToken } = messenger ?? {}
  return [
    ...passwords,
    ...secretKeys,
    pageToken,
    appSecret,
    verifyToken,
    botFramework?.appPassword,
    metricsToken,
    environment.NOTIFY_API_KEY,
    notify?.callbackToken,
  ]
}
