import { openPackFolder } from '../src/app/openPack.ts'
import { openUnderstanding } from '../src/app/openUnderstanding.ts'
import { ContentError } from '../src/content/contentError.ts'
import { createPinoLog } from '../src/kernel/pinoLog.ts'

/**
 * Learns the pack and keeps what was learnt, so that a start only loads it. With `--with-meaning` it fails where the sentence model
 * cannot be used: for an image, which has to have it.
 */
const understanding = await openUnderstanding(createPinoLog('warn'))
try {
  await openPackFolder(understanding)
  if (process.argv.includes('--with-meaning') && !understanding.withMeaning) fail('The sentence model cannot be used here.')
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  fail(error.message)
} finally {
  await understanding.close()
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
