/**
 * The service with a bot that counts, which kills itself, as a crash would, when it comes past CRASH_AT for the
 * CRASH_ON_HIT-th time; with CRASH_BY=SIGSTOP it hangs instead. Used by the crash tests as a process of its own.
 */
import { openLog } from '../../src/app/openLog.ts'
import { buildApp } from '../../src/app.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import { countingBot } from './countingBot.ts'

/** Where between two steps of a turn the process can be made to die. */
export type Arrow = 'beforeAccept' | 'afterAccept' | 'afterRun' | 'afterSave' | 'afterCommit' | 'afterSend'

const { CRASH_AT, CRASH_ON_HIT = '1', CRASH_BY = 'SIGKILL', ECHO_WAIT_MS = '1500' } = process.env
let hits = 0

function pass(arrow: Arrow): void {
  if (arrow !== CRASH_AT) return
  hits += 1
  if (hits === Number(CRASH_ON_HIT)) process.kill(process.pid, CRASH_BY)
}

const settings = loadSettings(process.env)
const app = await buildApp(settings, {
  log: openLog(settings),
  bot: countingBot,
  sweepMs: 200,
  leaseSeconds: 2,
  echoWaitMs: Number(ECHO_WAIT_MS),
  wrap: {
    accept: (accept) => async (events, correlationId) => {
      pass('beforeAccept')
      const accepted = await accept(events, correlationId)
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
