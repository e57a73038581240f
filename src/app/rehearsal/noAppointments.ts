import type { Appointments } from '../../../dialogs/booking/appointments.ts'

const never = (): never => {
  throw new Error('Nothing is booked in this conversation.')
}

/** A service without clinics: the reviewed answers say how to reach the office. */
export const noAppointments: Appointments = {
  isOpen: async () => false,
  personOf: async () => undefined,
  forget: async () => {},
  letGo: async () => {},
  request: async () => {},
  checkLink: never,
  sites: never,
  offer: never,
  of: never,
  book: never,
  cancel: never,
  toldBy: never,
  calendarLink: never,
  readWish: never,
  combineWishes: never,
  describeWish: never,
  fits: never,
}
