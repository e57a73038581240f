import type { Phrases } from '../../phraseRule.ts'

export const lump: Phrases = [
  'lump/lumps/lumpy/lumpiness/bump/bumps/knot/knots/mass/growth/nodule/nodules/marble/gristle/tumour/dint',
  'thickening/thickened/thicker/hardening/cyst/cysts/swelling/swollen/swells/swelled/puffy',
  'thick/hard/firm bit/patch/area/spot/thing/piece/place/part/ridge/tissue/ball',
  'pea/grape/walnut/marble/golf size/sized/ball',
  'hard .. thing/ball/lump',
  'something hard',
  'ball/crease/ridge',
  'gland/glands/node/nodes up/raised/enlarged/big/swollen',
]

/** What the service itself saw and told of. */
export const seenByUs: Phrases = [
  'they found/saw/see/spotted/seen/have/ve',
  'theyve found/seen/spotted',
  'recalled/recall',
  'call/called/calling me/us back',
  'called back',
  'letter/mammogram says/said/showed/shows/found/picked',
  'lump/lumps clinic',
]

export const feeding: Phrases = ['breastfeed*/breastfed/feeding/nursing/latch/pumping/weaning/pregnant']
export const pain: Phrases = [
  'pain/pains/painful/sore/soreness/ache/aches/aching/achy/tender/tenderness/hurts/hurting/hurt/throbbing/throbs/burning/stabbing/stinging/twinge/twinges/agony/killing',
]
