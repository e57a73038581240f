import type { Audit } from '../audit/audit.ts'

/** `release`: the bot may offer it. `takeBack`: only the office may. `stop`: nobody may have it. `run`: it goes on as before. */
export type SlotChange = 'release' | 'takeBack' | 'stop' | 'run'

export type SlotsOutcome =
  /** `slots`: how many are other than before. */
  | { kind: 'changed'; slots: number }
  /** Somebody has one that was to be stopped, or has asked for it; nothing was changed. `people`: how many in each. */
  | { kind: 'taken'; slots: { id: number; startsAt: Date; people: number }[] }
  /** The clinic is cancelled, or there is none; nothing was changed. */
  | { kind: 'cancelled' }
  | { kind: 'unknown' }

/** What the office does with the slots of a clinic. Who has one keeps it. */
export type SlotDesk = {
  /** All of it or nothing, and what was done is noted with it. Slots of other clinics, and those that are over, stay as they are. */
  change(
    clinicId: string,
    slots: number[] | 'all',
    what: SlotChange,
    by: NonNullable<Parameters<Audit['note']>[0]['account']>,
  ): Promise<SlotsOutcome>
}
