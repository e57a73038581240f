import { playTranscript as playLines, reportOf } from '../../src/app/rehearsal/playTranscript.ts'
import type { Transcript } from '../../src/app/rehearsal/readTranscript.ts'
import { openDemoClinics } from './demoClinics.ts'
import { startTalk } from './talk.ts'

/** Plays a transcript with the real bot. Returns it with what was actually said wherever that is not as written; blank when all is. */
export async function playTranscript({ now, lines, clinics }: Transcript): Promise<string> {
  const demo = clinics ? await openDemoClinics(clinics) : undefined
  try {
    const talk = await startTalk({ now, ...(demo && { appointments: demo.appointments, conversationId: demo.conversationId }) })
    return reportOf(await playLines(talk, lines, { check: demo?.check }))
  } finally {
    await demo?.close()
  }
}
