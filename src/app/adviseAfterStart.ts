import type { Settings } from '../config/settings.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import { examineCheaply } from './doctor/examine.ts'

/** Looks, beside the work, at what may trouble a service that has started, and logs what is not well. Never throws. */
export async function adviseAfterStart(settings: Settings, log: Log): Promise<void> {
  try {
    const found = (await examineCheaply(settings)).filter(({ state }) => state === 'warning' || state === 'fault')
    for (const { what, state, says, advice } of found) log.warn('startup.advice', { what, state, says, advice })
    log.info('startup.examined', { notWell: found.length })
  } catch (error) {
    log.warn('startup.advice.failed', errorFacts(error))
  }
}
