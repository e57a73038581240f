import type { Gate } from '../checks.ts'
import { gate } from './gate.ts'

/** Every file can be read: nothing is empty, too long, there twice or named that does not exist. `faults`: with their lines. */
export const readableGate = (faults: string[]): Gate => gate('readable', 'Every file can be read', faults)
