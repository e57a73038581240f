import { startAlerts } from './alerts.ts'
import { startAnswers } from './answers.ts'
import { startClocks } from './clocks.ts'
import { startDrafts } from './drafts.ts'
import { startIntentsAdvice } from './intentsAdvice.ts'
import { startLive } from './live.ts'
import { startNote } from './note.ts'
import { startReply } from './reply.ts'
import { startShortcuts } from './shortcuts.ts'
import { startTalkLog } from './talkLog.ts'
import { startWordsPreview } from './wordsPreview.ts'
import { startWorkUnderWay } from './workUnderWay.ts'

/** The console's script. The pages work without it, but for what comes in by itself. */
const alerts = startAlerts()
startClocks()
const log = startTalkLog()
const reply = startReply()
startNote()
startAnswers(reply)
const drafts = startDrafts()
startShortcuts(drafts)
startWorkUnderWay()
startWordsPreview()
startIntentsAdvice()
startLive({ alerts, log, reply, drafts })
