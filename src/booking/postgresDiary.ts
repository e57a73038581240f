import type { Kysely } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { Diary } from './diary.ts'
import { readAppointment, readAppointmentsOf } from './postgresAppointments.ts'
import { bookPlace } from './postgresBook.ts'
import { cancelAppointment } from './postgresCancel.ts'
import { confirmAppointment } from './postgresConfirm.ts'
import { findPlaces } from './postgresFind.ts'
import { holdPlaces, letGoOfPlaces } from './postgresHolds.ts'
import { readSites } from './postgresSites.ts'

/**
 * The diary in the database. Every change is one statement. It locks in one order, places by their ids and then appointments by theirs,
 * and decides on what it finds once it has the locks; unique indexes are the last word.
 */
export function createPostgresDiary({ db, clock }: { db: Kysely<Tables>; clock: Clock }): Diary {
  const now = () => clock.now().toJSDate()
  return {
    sites: (programme) => readSites(db, programme),
    find: (search) => findPlaces(db, search, now()),
    hold: (conversationId, placeIds, at, until) => holdPlaces(db, conversationId, placeIds, at, until),
    letGo: (conversationId) => letGoOfPlaces(db, conversationId),
    book: (booking, replacing) => bookPlace(db, booking, replacing, now()),
    confirm: (appointmentId, act) => confirmAppointment(db, appointmentId, act),
    cancel: (appointmentId, reason, act) => cancelAppointment(db, appointmentId, reason, act),
    get: (appointmentId) => readAppointment(db, appointmentId),
    of: (participantId, programme) => readAppointmentsOf(db, participantId, programme),
  }
}
