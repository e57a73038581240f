import type { Phrases } from '../phraseRule.ts'
import { relative } from './people.ts'

/** Names for words that many phrases share: a phrase says `@breast` for any of them. A class may name another. */
export const wordClasses: Record<string, Phrases> = {
  // The body
  breast: [
    'breast/breasts/boob/boobs/booby/boobie/boobies/tit/tits/titty/titties/tittie/bust/bosom/bosoms/bub/bubs/bap/baps/knocker/knockers/cleavage',
    'moob/moobs/norks/nork/jugs/puppies/bazookas/melons/bristols/diddy/diddies/paps/tata/tatas/chebs/bangers/mammary/mammaries/booblet/breastbone',
    'underboob/boobage/pec/pecs',
  ],
  nipple: ['nipple/nipples/areola/areolas/nip/nips/teat/teats'],
  armpit: [
    'armpit/armpits/underarm/underarms/axilla/oxter/oxters/collarbone',
    'under/beneath my/me/the/her/his/one/left/right/mi .. arm/arms',
    'collar bone',
  ],
  breastArea: ['@breast/@nipple/@armpit', 'chest/mastectomy/lumpectomy/implant/implants', 'under .. bra', 'bra line/strap/side'],
  /** A breast that is not named: "the left one", "one of mine". */
  oneOfThem: [
    'one side',
    'one of mine/them/em/the',
    'the/me/my/mi left/right/other one/side/un',
    'left/right one/un/side',
    'just/only the one/left/right',
    'just/only one',
    'mine',
    'the other one/side',
    'the/my girls',
  ],
  chest: ['chest/chests/breastbone/sternum/ribcage', 'rib cage', 'bra strap', 'middle of .. chest'],
  belly: ['tummy/belly/stomach/abdomen/abdominal/guts/gut/flank/tum'],
  bottom: [
    'bottom/bum/backside/rectum/rectal/rectally/anus/arse/bumhole/botty/jacksy/jacksie',
    'back passage',
    'back/tail/rear end',
    'down below/there/under',
  ],
  poo: [
    'poo/poos/poop/pooing/pooed/stool/stools/faeces/feces/motion/motions/crap/shit/turd/turds',
    'number two/twos',
    'bowel movement/movements',
  ],
  toilet: ['toilet/loo/lav/lavatory/lavvy/bog/pan/bowl/paper/tissue/wipe/wiped/wiping'],
  genitals: [
    'vagina/vaginal/vaginally/fanny/privates/undercarriage/womb/cervix/vulva/foof/minge/bits/foo/noonie/flower',
    'down below/there',
    'front bottom',
    'lady bits/parts/garden',
    'private/intimate parts/area',
  ],
  eye: ['eye/eyes/vision/sight/eyesight/retina'],
  limb: ['arm/arms/leg/legs/hand/hands/foot/feet/side/body/fingers'],
  // People
  they: [`he/hes/she/shes/they/theyre/someone/somebody/him/her/${relative}`],
  intimate: [
    'husband/husbands/hubby/partner/partners/boyfriend/boyfriends/bf/fella/fellas/girlfriend/wife/wifes/ex/exs/spouse/bloke/missus/fiance/fiancee',
    'other half',
    'old man',
    'arl fella',
    'him indoors',
  ],
  family: [
    'son/sons/daughter/dad/dads/father/mother/mum/mums/brother/brothers/stepdad/stepfather/stepbrother/stepmum/uncle/uncles/grandad/cousin/family/carer/carers/nephew/inlaws/inlaw',
    'in laws/law',
  ],
  perpetrator: [
    '@intimate/@family',
    'he/hes/shes/hell/landlord/boss/manager/flatmate/housemate/neighbour/lodger/someone/somebody/man/bloke/guy/lad',
  ],
  // Time
  recently: [
    'today/tonight/yesterday/recently/lately/overnight/suddenly/now',
    'this morning/afternoon/evening/week/month/weekend/last/past',
    'last night/week/weekend/month/few',
    'just noticed/found/seen/felt/come/came/started/appeared',
    'since @calendar',
    'for .. @span',
    '@span now',
    '@span ago',
    'the other day/night/week',
    'past/last couple/few',
    'started/starting',
    'all of a sudden',
    'first time',
  ],
  calendar: [
    'january/february/march/april/may/june/july/august/september/october/november/december/jan/feb/apr/jun/jul/aug/sept/sep/oct/nov/dec',
    'monday/tuesday/wednesday/thursday/friday/saturday/sunday/mon/tues/tue/weds/wed/thurs/thur/fri/sat/sun',
    'christmas/xmas/easter/summer/spring/autumn/winter/diwali/eid/ramadan/halloween/lockdown/lunch/dinner/tea/breakfast',
    'bonfire/last/about/around/yesterday/bank/new',
  ],
  span: ['day/days/week/weeks/wk/wks/month/months/mths/fortnight/fortnights/ages/hours/hour/hrs/minutes/mins', 'a while/bit'],
  lasting: [
    '@span/persistent/persistently/constant/constantly/continuous/daily/nonstop/keeps/keep/kept/always/ongoing/lingering/nagging/recurring/repeatedly',
    'wont/not/hasnt/doesnt/isnt/never/cant go/gone/going/ease/eased/easing/stop/stopped/stopping/clear/cleared/clearing/shift/shifted/shifting/budge/settle/settled/heal/healed/healing/better/improving/improved',
    'all the time',
    'on and off',
    'off and on',
    'every day/night/morning/time/week',
    'most days/times/mornings/nights',
    'since',
    'no better',
    'getting worse/bigger',
    'times this/a',
  ],
  // Blood
  blood: ['blood/bleed/bleeds/bleeding/bled/bloody/bloodstained/haemorrhage/haemorrhaging/hemorrhage'],
  // What is taken
  pills: [
    'tablets/tablet/pills/pill/meds/medication/medicine/medicines/capsules/tabs/painkillers/sleepers/prescription',
    'paracetamol/ibuprofen/aspirin/codeine/cocodamol/morphine/oramorph/tramadol/fentanyl/oxycodone/methadone/heroin/insulin/warfarin/digoxin/metformin/lithium',
    'diazepam/valium/xanax/*azepam/zopiclone/*triptyline/sertraline/citalopram/fluoxetine/prozac/mirtazapine/venlafaxine/antidepressants/antidepressant/propranolol/*olol/gabapentin/pregabalin/quetiapine/*prazole/*pril/*dipine/nytol/piriton/hrt/statins/steroids',
    'sleeping medicine/stuff/tablets/pills',
    'co codamol',
    'heart/blood pressure tablets/pills/meds',
  ],
  poison: [
    'bleach/antifreeze/poison/weedkiller/battery/batteries/detergent/disinfectant/acid/domestos/dettol/turps/paraffin/petrol/screenwash/descaler/pesticide/slug',
    'drain/oven/toilet cleaner',
    'washing/dishwasher tablet/tablets/capsule/liquid/pod',
    'white spirit',
    'rat poison',
    'weed killer',
    'reed diffuser',
  ],
  weapon: [
    'knife/knives/blade/blades/razor/razors/gun/shotgun/rifle/rope/noose/belt/flex/ligature/petrol/scissors/machete/hammer',
    'stanley knife',
    'dressing gown cord',
  ],
}
