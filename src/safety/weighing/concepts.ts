/** Words that stand for the same thing when a message is weighed, so that one seldom said counts as much as its neighbours. */
const lists: Record<string, string> = {
  breast: `breast breasts boob boobs booby boobie boobies tit tits titty titties tittie bust bosom bosoms bub bubs bap baps knocker knockers moob moobs norks nork
    jugs melons bristols diddy diddies paps tata tatas chebs puppies mammary underboob cleavage cup bra bras brests`,
  nipple: 'nipple nipples areola nip nips teat teats',
  armpit: 'armpit armpits underarm underarms oxter oxters collarbone axilla',
  chest: 'chest breastbone sternum ribcage ribs rib pec pecs chesty',
  implant: 'implant implants saline silicone filler fillers reconstruction recon',
  lump: `lump lumps lumpy lumpiness bump knot mass growth nodule cyst cysts tumour node nodes gland glands pea marble grape walnut pebble stone rock bean olive
    malteser gobstopper gravel rope string disc conker acorn ridge thickening thickened gristle knuckle bulge lmp lumb lodger`,
  texture: `hard harder hardened hardness solid firm firmer thick thicker gritty rubbery craggy leathery rough tight tighter stiff dent dents dented dint dimple
    dimples dimpled dimpling dimply pucker puckered puckering pukkering crease creased crater pit pits pitted wrinkled crinkled orange tethered indented indentation
    caved sunken sunk drawn shrunk shrunken flattened lopsided wonky misshapen distorted inverted retracted uneven`,
  skin: `red redder redness pink pinker purple scarlet hot hotter boiling inflamed rash scaly scale flaky crust crusty crusting crispy scab scabby scabbed eczema itchy
    itching itch sore sores raw ulcer wound weeping weepy blotchy discoloured bruised cornflake`,
  leak: `leak leaks leaking leaked leaky ooze oozes oozing discharge discharging fluid liquid pus goo gunk gunge seeping dripping drips stain stains stained damp
    milky sticky watery weeps`,
  blood: 'blood bleed bleeds bleeding bled bleedin bloody bluid blud clots clot bloodstained haemorrhage haemorrhaging gushing spotting',
  swell:
    'swollen swelling swelled swole puffy puffed blown ballooned enlarged bigger grown growing grew shrinking smaller larger heavier creeping spreading',
  pain: `pain pains painful hurt hurts hurting ache aches aching achy sore soreness tender stabbing throbbing throb burning twinge twinges agony cramps cramping
    killing paining sting stinging dragging`,
  bottom: 'bottom bum backside rectum rectal anus arse bumhole jacksy passage piles haemorrhoids',
  poo: `poo poos poop stool stools faeces motion motions crap shit keech turd diarrhoea constipated constipation constipashun runs trots squits bowel bowels stoma slime
    mucus tarry bunged purging purge`,
  toilet: 'toilet loo lav lavatory lavvy bog pan bowl paper tissue wipe wiped wiping knickers pants undies boxers pad pads liner',
  below: 'vagina vaginal fanny vulva foof minge privates undercarriage womb cervix bits garden groin pelvic pelvis ovary ovaries waist',
  period: 'period periods monthly monthlies menopause menopausal postmenopausal perimenopause hrt cycle peroids',
  sex: 'sex intercourse shag shagging deed intimate lovemaking',
  cough: `cough coughs coughing coughed coughin hack hacking barking hoarse hoarseness croaky husky phlegm sputum catarrh wheeze wheezing wheezy chesty gob tickle
    throat voice`,
  breath:
    'breath breathe breathing breathless breathlessness breathin puffing puffed puffy gasping gasp gasps gasped air winded suffocating choking choke choked',
  eye: 'eye eyes vision sight eyesight seeing retina',
  sightSign: `curtain blind shutter veil mist misty fog foggy film shadow haze hazy cloudy smear smudge cobweb cobwebs floaters floater flashes flashing lightning
    sparks zigzag zigzags wavy bendy blurred blurry blur fuzzy double halo haloes halos specks dots tadpoles squiggles dim`,
  thin: 'weight stone thin slim skinny appetite kilos trousers loose slimmer',
  wits: `confused confusion muddled delirious drowsy sleepy floppy limp unconscious unresponsive collapsed collapse keeled blacked fainted faint fainting dizzy
    lightheaded woozy clammy sweating sweats sweaty grey ashen pale shaking shivering rigors fitting fit fits seizure jerking twitching foaming foam`,
  stroke:
    'stroke droop drooped drooping droopy dropped slurred slurring slurs speech numb numbness tingling tingly weak weakness paralysed face mouth smile',
  heart: 'heart pulse palpitations galloping racing angina cardiac crushing squeezing elephant pressure heaviness jaw',
  urgent: 'help ambulance 999 emergency urgent quick quickly hurry',
  pills: `tablets tablet pills pill meds medication medicine capsules painkillers paracetamol ibuprofen aspirin codeine cocodamol morphine oramorph tramadol fentanyl
    oxycodone methadone heroin insulin warfarin diazepam valium xanax lorazepam temazepam zopiclone amitriptyline sertraline citalopram fluoxetine mirtazapine
    antidepressants propranolol gabapentin pregabalin quetiapine sleepers nytol vodka gin`,
  took: 'took taken swallowed necked downed overdose overdosed od oded ate drank eaten licked sucked injected inhaled',
  poison:
    'bleach antifreeze poison weedkiller battery detergent disinfectant acid cleaner fumes monoxide smoke gas petrol kerosene paraffin chemical',
  weapon: `knife knives blade blades razor razors gun shotgun rifle rope noose belt flex ligature scissors machete helium canister stanley hob lighter hammer`,
  height:
    'bridge ledge roof rooftop cliff quarry platform railway tracks track line canal river viaduct storey balcony multistorey beams rafters loft',
  death: `die dead dying death died kill killing killed suicide suicidal suicidle end ending alive living live life exist existing gone disappear forever funeral
    grave will affairs peace note goodbye goodbyes permanently`,
  selfHarm:
    'cut cutting cuts slash slit scratch scratching clawing starve starving purging burning harm harming punching hitting banging jump hang hanging hanged drown strangle',
  despair: `hopeless worthless pointless empty numb alone lonely crying cry cried desperate despair tired exhausted finished done cope coping unbearable
    burden useless tether deserve dark darkness trust`,
  self: 'myself meself mysen mesen himself herself themself',
  partner: 'husband husbands hubby partner partners boyfriend boyfriends bf fella fellas girlfriend wife ex spouse bloke missus fiance',
  kin: `mum mums mam mams mom mother mothers dad dads father son sons daughter daughters brother brothers sister sisters uncle uncles aunt auntie nan nans gran grandad
    cousin stepdad stepfather inlaws laws baby toddler bairn kid kids children niece nephew`,
  he: 'he hes him his hell she shes her',
  violence: `hit hits hitting beat beats beating batter battered battering punch punches punched slap slaps slapped kick kicks kicked kicking thump thumps smack
    smacked clout belted struck strangled strangles throttled bit shove shoved shoves push pushes pushed drag drags dragged pin pins pinned grab grabs grabbed attacked attack
    assault assaulted abuse abused abusing raped rape touches touched touching groped forced forces forcing threatens threatened threatening violent temper rough smashed fist fists`,
  injury: 'bruise bruises bruised bruising marks mark shiner fractured broken broke split burns ribs cheek lip nose',
  control: `let lets allowed allow allows controls controlling checks tracks tracker cameras camera watches watching listens reads follows locks locked lock hides hid hidden
    passport visa pension money wages permission times rule rules spyware bugged naked pics vids photos`,
  fear: 'scared frightened afraid terrified petrified fraid safe unsafe danger trouble kick',
  secret: 'secret delete quietly pretend confidential privately quick discreet know tell told finds find behind reply replying text ring',
  recent: `today tonight yesterday recently lately overnight suddenly sudden now still morning afternoon evening week weeks days month months since fortnight started starting
    appeared noticed noticing found keeps keep keeping again getting come wks hour hours minutes mins just`,
  past: `ago years yrs yonks decades 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 1998 1999
    1995 1996 1997 1990 1991 1985 eighties nineties once used previously history lockdown school teens`,
  well: 'fine well healthy clear benign harmless better healed gone recovered settled stable champion sound perfect normal nothing discharged cured',
  no: 'no not none never nor without nowt havent hasnt dont doesnt didnt isnt arent wasnt nothing zero',
  general:
    'leaflet poster posters website article guide post talk training teach teacher students statistics percentage average women people ladies anyone somebody someone anybody possible common',
  joke: 'lol haha hahaha joking laughing laugh funny joke',
}

const conceptOf = new Map(
  Object.entries(lists).flatMap(([concept, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, `@${concept}`] as const),
  ),
)

/** The concepts of some words, each once, in the order of the words. */
export const conceptsOf = (words: readonly string[]): string[] => [...new Set(words.flatMap((word) => conceptOf.get(word) ?? []))]
