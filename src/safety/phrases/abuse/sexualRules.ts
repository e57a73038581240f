import type { PhraseRule } from '../../phraseRule.ts'
import { longPast, ourStaff, they } from './said.ts'

export const sexualRules: readonly PhraseRule[] = [
  {
    id: 'abuse.raped',
    despite: ['past'],
    find: [
      ['i/ive/im/me/been/being/just/was/he/she/they'],
      ['raped/rape', 'sexually assaulted/attacked/abused', 'sexual assault/abuse/attack', 'indecently assaulted', 'gang raped'],
    ],
    within: 6,
    unless: [...longPast, 'leaflet/leaflets/charity/alarm'],
    causes: ['mammogram/mammograms/smear/screening/screened/touched/undress/undressing/examined/appointment'],
  },
  {
    id: 'abuse.rapedNow',
    find: [
      ['raped/rape/assaulted/attacked'],
      [
        'monday/tuesday/wednesday/thursday/friday/saturday/sunday',
        'last night/week/weekend',
        'yesterday/today/tonight/recently',
        'this morning/week/weekend',
        'days/hours ago',
        'just been',
      ],
    ],
    within: 8,
  },
  {
    id: 'abuse.forcedSex',
    find: [
      they,
      [
        'forces/forced/forcing/makes/made/making .. sex',
        'sex when i dont/say',
        'touches/touching me',
        'touched me .. again/down/sexually/inappropriately',
        'does things to',
        'forced/forces himself',
        'groped/gropes me',
      ],
    ],
    within: 9,
    unless: [...longPast, ...ourStaff],
  },
]
