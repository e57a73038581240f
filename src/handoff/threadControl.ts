/** `refused`: the channel did not do it, with its code. */
export type Controlled = { kind: 'done' } | { kind: 'refused'; code: string }

/** Who may answer a person, where several apps share a channel. Never throws: what the channel answers is an outcome. */
export type ThreadControl = {
  /** From whichever app has it, to us. */
  take(address: string): Promise<Controlled>
  pass(address: string, toApp: string): Promise<Controlled>
  /** To the place where people answer outside our console. */
  passToInbox(address: string): Promise<Controlled>
  /** To nobody: the next that the person writes goes to the channel's default app. */
  release(address: string): Promise<Controlled>
  /** Asks whoever has it for it. They may never answer. */
  request(address: string): Promise<Controlled>
  /** `appId` is absent where nobody has it, or where the channel does not tell us. */
  owner(address: string): Promise<{ kind: 'told'; appId?: string } | { kind: 'refused'; code: string }>
}
