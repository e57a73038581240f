const words = (list: string) => list.trim().split(/\s+/)

export const deniers =
  words(`no not never without none nor neither nothing havent hasnt hadnt dont doesnt didnt isnt arent wasnt werent aint
  wouldnt zero nil`)

/** A denial passes through these to what is denied; it does not pass "sure", "only", "just", "but", "want" or anything unlisted. */
export const carriesDenial =
  words(`got get getting gotten had have having has been be found find finding noticed notice noticing felt feel feeling seen see seeing
  any a an the of or signs sign symptoms symptom obvious new strange unusual abnormal changes change other sort kind actual real really
  experienced experiencing suffered suffer suffering history problem problems issue issues at all anything like such as ever i ive me
  currently actually my breast breasts boob boobs nipple nipples lump lumps bump bumps pain pains discharge bleeding blood swelling rash
  redness dimples dimpling puckering soreness tenderness chest coughing cough weird funny worrying family swollen lumpy itching
  thickening in on from that am im so very particularly visible sore suddenly thoughts about feelings weight loss loss`)
