/** Slips that are more than one letter off, or in words too short to correct safely. */
export const misspellings = new Map(
  Object.entries({
    lump: 'lumb lupm lmp lum lumpp lunp limp lummp',
    lumps: 'lumbs lupms lmps limps lumpps',
    breast: 'brest brast breats brst beast berast breest braest breasr breaast',
    breasts: 'brests breatss beasts',
    nipple: 'nippel niple nipel nippl nipp nip nippal nipal',
    nipples: 'nippels niples nips',
    suicidal: 'sucidal suisidal suicdal siucidal sucicidal suecidal suisidle',
    suicide: 'suiside sucide suicid sueside',
    pain: 'pian pane payn apin',
    pains: 'pians panes',
    chest: 'cheast chets chst ches chesst',
    blood: 'blud bloood bllod blod',
    bleeding: 'bleadin bleedin bleding bleeing bleading',
    breathe: 'breeth breathe breathh',
    discharge: 'dischage disharge dischardge dicharge discharg',
    swollen: 'swolen swolln swollon',
    diarrhoea: 'diarrhea diarhea diarrea diahorrea diarrhoa diahrea diorrhea dioreah',
    cough: 'coff cof couh',
    phlegm: 'flem phlem flegm',
    seizure: 'siezure seisure seizur',
    paracetamol: 'paracetamols paracetomol paracetemol parecetamol',
    aneurysm: 'anurism aneurism anyurism aneurysim',
    ambulance: 'ambulence amblance ambulanc',
    unconscious: 'unconcious unconsious unconcsious',
    poo: 'pooh poop poos',
    kill: 'kil',
    die: 'dye',
  }).flatMap(([word, slips]) => slips.split(' ').map((slip) => [slip, word] as const)),
)

/** A word that is one slip away from one of these is read as it, if it has five letters or more. */
export const keywords =
  `lump pain die kill help boob breast breasts nipple nipples chest lumps armpit discharge bleeding swollen swelling dimple dimpling dimples pucker puckering puckered
  redness inverted inwards thickening weeping leaking crusty scabby implant biopsy suicidal suicide overdose overdosed collapsed unconscious
  unresponsive breathe breathing breathless stroke seizure aneurysm ambulance husband boyfriend partner violent abused abusive abusing raped
  strangled floaters flashes vision cough coughing hoarse diarrhoea stomach tongue throat bottom paracetamol tablets sepsis shivering
  confused slurred drooping period periods menopause bowels weight`.split(/\s+/)

/** Words that are one slip away from a keyword and mean what they say. */
export const ordinaryWords = `breath breathed breather breathes chess cheat chests crest guest lumpy jumps bumps dumps humps wedding
  breeding bleeding bleedings feeding swellings dwelling spelling smelling selling simple pimple dimpled rippled nibble ripples sweeping
  sleeping keeping weeding learning leaning leaking implants implanted strike stoke stroked strokes strode vision visions mission version
  coughs coughed dough rough tough though through bough bottle bottoms button tablet partners parent parents weights height eight freight
  periodic period biopsies collapse collapses confuse confuses confusing abuse abuses abuser amused stomachs tongues throats tighter
  husbands boyfriends violence violet rated raced rates flasher flashed rayed caped gaped taped flashers flashing invested inserted converted overdoses`.split(
  /\s+/,
)
