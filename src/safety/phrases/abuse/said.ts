import type { Phrases } from '../../phraseRule.ts'

export const close =
  'husband/husbands/hubby/partner/partners/boyfriend/boyfriends/girlfriend/wife/ex/son/sons/daughter/dad/father/mother/mum/brother/stepdad/uncle/family/carer'
export const they: Phrases = [`he/hes/she/shes/they/someone/somebody/man/bloke/fella/landlord/neighbour/${close}`]
export const home: Phrases = [`he/hes/she/shes/${close}`]

/** The ones who screen, whose hands may hurt without harm. */
export const ourStaff: Phrases = ['mammographer/mammographers/radiographer/nurse/machine/receptionist/staff/student/technician/doctor']
export const longPast: Phrases = [
  'child/childhood/kid/teenager/teen/girl/young/student/survivor/survivors/years/past/history/previously/ago/growing',
  'when i was',
]
