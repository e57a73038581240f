import type { Phrases } from '../phraseRule.ts'

export const breast: Phrases = [
  'breast/breasts/boob/boobs/booby/boobie/boobies/tit/tits/titty/titties/bust/bosom/bosoms/bub/bubs/bap/baps/knocker/knockers/cleavage',
]
export const nipple: Phrases = ['nipple/nipples/areola']
export const armpit: Phrases = [
  'armpit/armpits/underarm/underarms/axilla',
  'under/beneath my/me/the/her/his/one/left/right .. arm/arms',
  'collarbone',
  'collar bone',
]
export const chest: Phrases = ['chest']
export const implant: Phrases = ['implant/implants']

/** All that breast screening is about; a man says "chest". */
export const breastArea: Phrases = [...breast, ...nipple, ...armpit, ...chest, 'mastectomy/lumpectomy/my scar']

export const bottom: Phrases = ['bottom/bum/backside/rectum/rectal/rectally/anus/arse/behind', 'back passage', 'back/tail end']
export const poo: Phrases = ['poo/poop/pooing/pooed/stool/stools/faeces/feces/motion/motions/crap/shit', 'number two/twos']
export const toilet: Phrases = ['toilet/loo/lav/lavatory/pan/bowl', 'wipe/wiped/wiping', 'toilet/loo paper/tissue/roll', 'the paper/tissue']
export const belly: Phrases = ['tummy/belly/stomach/abdomen/abdominal/guts/gut/flank/side']
export const eye: Phrases = ['eye/eyes/vision/sight/eyesight/see/seeing']
