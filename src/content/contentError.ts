/** The pack of intents cannot be used. `faults` says why, one plain sentence each, naming the file. */
export class ContentError extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    super(
      `The intents have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
    this.name = 'ContentError'
    this.faults = faults
  }
}
