import type { Settings } from '../config/settings.ts'
import type { Log } from '../kernel/log.ts'
import { createPinoLog } from '../kernel/pinoLog.ts'

/** The log of this process. */
export const openLog = ({ logLevel }: Pick<Settings, 'logLevel'>): Log => createPinoLog(logLevel)
