/** A process that plans and sends once, at the time NOW. With CRASH=afterSend it dies when a message has gone and nothing is noted. */
import { DateTime } from 'luxon'
import { silentLog } from '../../../src/kernel/log.ts'
import { createNotifyClient } from '../../../src/outreach/notifyClient.ts'
import { createNotifySender } from '../../../src/outreach/notifySender.ts'
import { openPostgres } from '../../../src/storage/postgres/postgresDatabase.ts'
import { notifyKeys } from '../../support/notifyStandIn.ts'
import { noticeBench } from './noticeBench.ts'

const { DATABASE_URL = '', NOTIFY_URL = '', NOW = '', CRASH = '' } = process.env
const sender = createNotifySender(createNotifyClient({ apiKey: notifyKeys.apiKey, url: NOTIFY_URL }), notifyKeys.templates)
const database = await openPostgres(DATABASE_URL, silentLog)
const bench = noticeBench({
  db: database.db,
  now: () => DateTime.fromISO(NOW),
  sender: {
    ...sender,
    async send(way, words, reference) {
      const outcome = await sender.send(way, words, reference)
      if (CRASH === 'afterSend') process.kill(process.pid, 'SIGKILL')
      return outcome
    },
  },
})
await bench.run()
await database.close()
