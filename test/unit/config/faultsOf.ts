import { loadSettings } from '../../../src/config/loadSettings.ts'
import { SettingsError } from '../../../src/kernel/settingsError.ts'

/** The faults that these settings have; none when they can be used. */
export function faultsOf(environment: Record<string, string>): string[] {
  try {
    loadSettings(environment)
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.faults
    throw error
  }
}
