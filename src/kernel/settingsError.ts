/** The settings cannot be used. `faults` says why, one plain sentence each. */
export class SettingsError extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    super(
      `The settings have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
    this.name = 'SettingsError'
    this.faults = faults
  }
}
