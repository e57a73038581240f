import type { PhraseRule } from '../../phraseRule.ts'
import { close, home, longPast, ourStaff, they } from './said.ts'

const violence = [
  'hit/hits/hitting/hurt/hurts/hurting/beat/beats/beating/punch/punches/punched/punching/slap/slaps/slapped/slapping/kick/kicks/kicked/kicking',
  'strangle/strangled/strangles/strangling/choke/chokes/choked/choking/attack/attacks/attacked/attacking/thump/thumps/thumped/battered/batters',
  'raped/rapes/raping/molested/grabbed/grabs/pushes/pushed/shoves/shoved/burnt/burns/burned/bites/bit/stabbed/threw/throws/smacks/smacked',
  'threatened/threatens/threatening/abuses/abusing/abused/assaulted/assaults/bullies/terrorises/pinned/controls/controlling/stalks/stalking',
].join('/')

export const violenceRules: readonly PhraseRule[] = [
  {
    id: 'abuse.hurtsMe',
    find: [they, [`${violence} .. me/us`]],
    within: 8,
    unless: [
      ...ourStaff,
      'does/did/will/would it/this/that',
      'pushed/bullies me to/into',
      'kicked/threw me out/off',
      'hurts/hurt me .. says/said/saying',
      'me verbally',
    ],
  },
  {
    id: 'abuse.hurtsThem',
    find: [
      home,
      [
        'hits/hitting/beats/beating/punches/punching/slaps/slapping/kicks/kicking/strangled/abuses/abusing/rapes/raping/bullying her/him/them/kids',
      ],
    ],
    within: 8,
    unless: [...ourStaff, 'head/knee/car'],
  },
  {
    id: 'abuse.hitsAgain',
    find: [
      home,
      ['hit/hits/hitting/punched/slapped/strangled/beats/beat me/us', `keeps/started/always ${violence}`, 'beats/beat/beating .. up'],
    ],
    within: 9,
    unless: [...ourStaff, 'beat me to'],
  },
  {
    id: 'abuse.violent',
    find: [[`${close}/relationship/home/marriage/hes/shes`], ['violent/abusive/aggressive/dangerous/coercive']],
    within: 6,
    unless: ['staff/patients/phone'],
  },
  {
    id: 'abuse.willKillMe',
    find: [
      they,
      [
        'gonna/will/would/wants/wanna/threatening/threatened/threatens/tried/trying/hell/ill kill/hurt me/us',
        'kill me/us if',
        'with a knife/gun/hammer/bat',
        'got a knife/gun',
        'threatened/threatens/threatening to',
        'lashes out',
        'black eye',
      ],
    ],
    within: 9,
    unless: [...ourStaff, 'kill me for/when/if', 'it hurt me', 'mammogram/squash*'],
  },
  { id: 'abuse.willKillMeIf', find: [['says/said/saying/threatened/threatens .. kill me/us']] },
  {
    id: 'abuse.bruises',
    find: [home, ['bruise/bruises/bruised/marks', 'eggshells', 'get/getting/run/running/escape/hide/hiding .. from him/her', 'get away']],
    within: 10,
    unless: [...ourStaff, 'mammogram/biopsy/screening/letter/work', 'easily', 'get away with/for'],
    despite: ['past'],
  },
  {
    id: 'abuse.beingAbused',
    find: [['am/im/being/been/getting/is/are/get abused/beaten/assaulted/molested/trafficked/battered/stalked/attacked', 'still abused']],
    unless: [...longPast, 'verbally', 'ladies/women/people/many', ...ourStaff, 'by your'],
  },
  {
    id: 'abuse.named',
    find: [
      [
        'domestic/physical/emotional abuse/violence',
        'abusive relationship/marriage/partner/husband/household/boyfriend',
        'coercive control',
        'forced marriage',
        'honour based',
        'fgm',
      ],
    ],
    unless: [...longPast, 'leaflet/leaflets/poster/posters/refuge/training/work/charity/run/campaign/volunteer/left/was/were/escaped'],
  },
]
