import { borrowed } from '../borrowed.ts'

/** breast, with the changes that Welsh makes to the first letter */
export const breast = [
  `bronne/fronne/mronne/mrona/bronnau/titw/mrest/brest/frest/bwbs/bwb/bron/fron/mron/bronnau/fronnau/mronnau/bronna/${borrowed.breast}`,
]
/** pain */
export const hurts = [
  'poeni/brifo/lladd/gwinegu/gwingo/gwaywyr/anghyfforddus/merwino/pigiad/poen/boen/phoen/mhoen/poenau/boenau/poenus/boenus/brifo/frifo/mrifo/brifo/dolur/gwynegu/gwayw/gwingo/llosgi/dost/tost/pigo',
  borrowed.pain,
]
/** blood, bleeding */
export const blood = ['gweud/gwaedlyd/waedlyd/gwaedi/waedi/ngwaedu/gwaed/waed/ngwaed/gwaedu/waedu/gwaedlyd/gweudu', borrowed.blood]
/** husband, partner, family */
export const they =
  'mhartnar/partnar/ecs/nghymar/cymar/wncwl/ewythr/llystad/boi/mam/mae/ma/mai/nath/naeth/wnaeth/gŵr/gwr/ngŵr/ngwr/partner/mhartner/bartner/cariad/nghariad/gariad/tad/nhad/dad/mab/mrawd/brawd/teulu/nheulu/fe/fo/rhywun/dyn/gwraig/ngwraig'
