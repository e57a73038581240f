/**
 * The service with a bot that counts, which kills itself, as a crash would, when it comes past CRASH_AT for the
 * CRASH_ON_HIT-th time. Used by the crash tests as a process of its own.
 */
import { ActivityTypes } from 'botbuilder'
import { openLog } from '../../src/app/openLog.ts'
import { buildApp } from '../../src/app.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import type { Session } from '../../src/conversation/session.ts'

/** Where between two steps of a turn the process can be made to die. */
export type Arrow = 'beforeAccept' | 'afterAccept' | 'afterRun' | 'afterSave' | 'afterCommit' | 'afterSend'

const { CRASH_AT, CRASH_ON_HIT = '1' } = process.env
let hits = 0

function pass(arrow: Arrow): void {
  if (arrow !== CRASH_AT) return
  hits += 1
  if (hits === Number(CRASH_ON_HIT)) process.kill(process.pid, 'SIGKILL')
}

/** Answers each message twice, with the number of the message in this conversation: state lost or counted twice shows. */
const countingBot: Bot = async (context, session) => {
  const counted = session as Session & { count?: number }
  counted.count = (counted.count ?? 0) + 1
  for (const part of ['a', 'b'])
    await context.sendActivity({ type: ActivityTypes.Message, text: `${context.activity.text} is ${counted.count}${part}` })
}

const settings = loadSettings(process.env)
const app = await buildApp(settings, {
  log: openLog(settings),
  bot: countingBot,
  sweepMs: 200,
  leaseSeconds: 2,
  wrap: {
    accept: (accept) => async (events) => {
      pass('beforeAccept')
      const accepted = await accept(events)
      pass('afterAccept')
      return accepted
    },
    sessionStorage: (storage) => ({
      read: (keys) => storage.read(keys),
      delete: (keys) => storage.delete(keys),
      async write(changes) {
        pass('afterRun')
        await storage.write(changes)
        pass('afterSave')
      },
    }),
    channel: (channel) => ({
      ...channel,
      async deliver(message) {
        pass('afterCommit')
        const outcome = await channel.deliver(message)
        pass('afterSend')
        return outcome
      },
    }),
  },
})
await app.start()
