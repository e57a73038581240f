/**
 * English words that people type within their own language ("meri breast mein lump hai"). Alone they tell no language, so a match made of
 * nothing else counts only beside one of the language's markers; English messages have their own gate.
 */
export const borrowed = {
  breast: 'breast/breasts/brest/boob/boobs/bra',
  nipple: 'nipple/nipples/nipel/nippal/nipal',
  armpit: 'armpit/armpits/underarm/underarms',
  lump: 'lump/lumps/lamp/lumpy/cyst/tumour/tumor/swelling/swollen',
  change: 'rash/dimple/dimples/dimpling/redness/change/changed/swelling/swollen/infection/shape',
  flow: 'discharge/blood/bleeding/liquid/pus/leak/leaking/inverted',
  pain: 'pain/pains/painful/hurting/sore',
  blood: 'blood/bleeding/bleed/bloody',
  chest: 'chest',
  stool: 'stool/stools/poo/toilet/poop/motion',
  cough: 'cough/coughing/coughed',
  after: 'sex/menopause/intercourse',
  sight: 'vision/sight/eyesight/eye/eyes',
  sightGone: 'flashes/floaters/flash/lightning/curtain/blind/blindness/blurred/blur',
  breath: 'breath/breathe/breathing/breathless',
  suicide: 'suicide/suicidal',
  collapse: 'unconscious/faint/fainted/collapsed/collapse',
  stroke: 'stroke',
  overdose: 'overdose/overdosed',
  ambulance: 'ambulance',
  attack: 'heart',
} as const

/** English words that are, once folded, also words of the phrases. */
const lookAlikes = `
  a aa after agreed all alike am an anna app ar attack aye band bar bat bay be bet beta bf bill bold book bool bosom bot bra bulge bull bus
  call cam change changes changing chai chap character charge charger chart chat check chip choke class cold coma contact cord cos crust crusty
  cut dad day dear deer den deny dial difficult difficulty dim dint do does dog dom dome domestic dose ear eel el ex faint fair fall fan far
  fat fee fella few fit fits flush force forced forms full gan garden gay get git go goal gotta gory guilty gut had half hall ham hat hay
  heavily heavy her hi him hip ho hot hun hurt husband i iso jan jelly jordan kit lad lal lamp lane large last lat law leak left less lid
  line lock loo lose lot low ma male man many march mark mass mast masked me mess met mi mill mind mine miss mixed mobile mole mom mon more
  morning most mouth mow mum my na nae nail nay near nip no nodule nodules not nut o oblige of off oh on one or out over pack paid pain pan
  par para partner pass passport pat pay paw pee peer period periods persistent phone phones pier pip pit please poor pop pore press problem
  problems pus put rag ran rand random rang range rape raped rapes rash rest right room safe saree sat say scar scared see sex sexual sexually
  shape she show shy side sin sit size sleep slim so sore south spot spotting stone stool strangled strike suffer suffocating suke sung support
  tablet tablets tang tar tat tea tell test than the tick tight tin tip to toilets tomb tot total tow trace trap tumor tumour vagina vaginal
  very victim violence violent violet war wart warm was wax way weeks weird well wet what wo woe won work yes za zone abuse abused abusive
  constant control kill die menopause menopausal post pills uni areola cerebral accident domestic cancel cardiac cellular tumours tumors any called teeth different difference differences flashing response strange stranger strangers door various
  format formats documents sunday female agrees chemo chemist cheerio market machine character characters chance chances tables shower charity
  easy sunglasses telephone terminal false falls falling felt men la de se as in s e n r m u x y w z com menu nu slept sleeping miscarriage
  bad bed do da me men in my to up ha ja pot sar kam ban can our ta ti go goin mum sis bro ni no ok kit gp hal hun hen airm deid noo
  suicidel suicidle suicidal po al flat curry cherry sorry eczema self harm harming harmed at of
  cake save slice fundraiser orange pouring clots down below inflammatory picked mammograms cancer
  kettle gas since odd like he hes arr
  convulsing spottin flashin strokes single got
  dam damn darn data date mama mamma papa pope popo peer peers peek mamas chest months month`

export const borrowedWords: ReadonlySet<string> = new Set([
  ...Object.values(borrowed).flatMap((words) => words.split('/')),
  ...lookAlikes.split(/\s+/).filter((word) => word !== ''),
])
