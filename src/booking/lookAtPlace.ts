import type { Place } from './appointment.ts'

/** A place as it is now. free: the bot may offer it. kept: free, for the office only. gone: taken, or not to be had. */
export type SeenPlace = { place: Place; state: 'free' | 'kept' | 'gone' }

/** `conversationId`: whose holds are no obstacle. */
export type LookAtPlace = (placeId: number, conversationId: string | undefined, now: Date) => Promise<SeenPlace | undefined>
