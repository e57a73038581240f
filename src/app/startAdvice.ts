import type { Settings } from '../config/settings.ts'
import { databaseTrouble } from '../doctor/databaseTrouble.ts'
import { folderTrouble } from '../doctor/dataFolder.ts'
import type { Trouble } from '../doctor/finding.ts'

/** Why the service could not start, and what to do; undefined for what we do not know. Holds no value of a setting but the port. */
export function startAdvice(error: unknown, settings: Settings | undefined): Trouble | undefined {
  if (!settings || !(error instanceof Error)) return undefined
  return portTrouble(error, settings) ?? (settings.databaseUrl ? databaseTrouble(error) : embeddedTrouble(error))
}

function portTrouble(error: NodeJS.ErrnoException, { port, host }: Settings): Trouble | undefined {
  const { code, syscall } = error
  const isOfHost = syscall === 'getaddrinfo' && host !== undefined && (error as { hostname?: string }).hostname === host
  if (isOfHost || code === 'EADDRNOTAVAIL')
    return {
      says: 'HOST is not an address of this machine.',
      advice: 'Leave HOST blank for all addresses, or set it to one that the machine has.',
    }
  if (syscall !== 'listen') return undefined
  if (code === 'EADDRINUSE')
    return {
      says: `Port ${port} is in use by another program, perhaps by this service started before.`,
      advice: 'Stop that one, or set PORT to another number.',
    }
  if (code === 'EACCES')
    return {
      says: `Port ${port} may not be used by this user.`,
      advice: 'Set PORT to a number above 1023 and let the reverse proxy pass calls on to it.',
    }
  return undefined
}

/** PGlite names a damaged folder in no way of its own: whatever it throws comes from its compiled code. */
function embeddedTrouble(error: Error): Trouble | undefined {
  const isOfPglite = /pglite|wasm/i.test(error.stack ?? '') || error.name === 'ExitStatus'
  return (
    folderTrouble(error) ??
    (isOfPglite
      ? {
          says: 'The embedded database in DATA_DIR cannot be opened: it may be damaged, or its disk full.',
          advice:
            'Restore DATA_DIR from a back-up (docs/deploy.md, "Back-up and restore"), or set DATA_DIR to an empty folder to begin anew.',
        }
      : undefined)
  )
}
