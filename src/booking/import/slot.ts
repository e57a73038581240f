/** A slot as it should be, or is, in the database. `startsAt`: an ISO instant. */
export type Slot = { startsAt: string; minutes: number; double: boolean; capacity: number; released: boolean; stopped: boolean }
export type KnownSlot = Slot & { id: number }
