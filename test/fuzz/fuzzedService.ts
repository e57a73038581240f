/** The service with a bot that says whom it answers and what they said. A process of its own, for the fuzzing. */
import { ActivityTypes } from 'botbuilder'
import { openLog } from '../../src/app/openLog.ts'
import { buildApp } from '../../src/app.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import type { Bot } from '../../src/conversation/answerTurn.ts'

const tellingBot: Bot = async (context) => {
  const { from, text, type } = context.activity
  await context.sendActivity({ type: ActivityTypes.Message, text: `to ${from.id}: ${text ?? type}`.slice(0, 1_500) })
}

const settings = loadSettings(process.env)
const app = await buildApp(settings, { log: openLog(settings), bot: tellingBot })
await app.start()
