/**
 * The service with a bot that counts, and never comes to an end with the message `hang` while HANGS is set; it stops on
 * signals as the real one does, within STOP_WITHIN_MS. Used by the tests of stopping as a process of its own.
 */
import { endOnUnexpected } from '../../src/app/endOnUnexpected.ts'
import { openLog } from '../../src/app/openLog.ts'
import { stopOnSignals } from '../../src/app/stopOnSignals.ts'
import { buildApp } from '../../src/app.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import { countingBot } from './countingBot.ts'

const { HANGS, STOP_WITHIN_MS, NOTICE_MS = '100', ECHO_WAIT_MS = '8000' } = process.env

const bot: Bot = async (context, session, event) => {
  if (HANGS && context.activity.text === 'hang') await new Promise(() => {})
  await countingBot(context, session, event)
}

const settings = loadSettings(process.env)
const log = openLog(settings)
endOnUnexpected(log)
const app = await buildApp(settings, { log, bot, sweepMs: 200, leaseSeconds: 2, echoWaitMs: Number(ECHO_WAIT_MS) })
await app.start()
stopOnSignals(app, log, { noticeMs: Number(NOTICE_MS), ...(STOP_WITHIN_MS ? { withinMs: Number(STOP_WITHIN_MS) } : {}) })
