import type { LanguageReplies } from '../languageReplies.ts'

/** The fixed safety replies in Welsh. They await a check by a native speaker. */
export const welshReplies: LanguageReplies = {
  nativeCheck: 'awaiting',
  emergency: `Gallai hyn fod yn argyfwng. Ffoniwch 999 nawr, neu gofynnwch i rywun yn eich ymyl ffonio.

Dywedwch wrthyn nhw beth ddywedoch chi wrtha i. Peidiwch â gyrru i unman eich hun.

Rhaglen gyfrifiadurol ydw i ac ni allaf anfon help. Peidiwch ag aros am ateb yma.`,
  crisis: `Mae'n ddrwg gen i fod pethau mor anodd. Diolch am ddweud wrthym. Siaradwch â rhywun nawr:

• Os oes bywyd mewn perygl, ffoniwch 999.
• GIG 111, opsiwn 2: help iechyd meddwl brys yn Lloegr, ddydd a nos, i bob oed.
• Samariaid: ffoniwch 116 123.
• Neu anfonwch neges destun SHOUT i 85258.

Rwy'n rhoi gwybod i'n tîm, ond efallai na fyddan nhw'n gweld hyn ar unwaith. Peidiwch ag aros amdanyn nhw.`,
  abuse: `Diolch am eich neges. Rwy'n ei phasio i berson yn ein tîm.

Ydy hi'n iawn ysgrifennu atoch chi yma? Gallwch ateb ydy neu nac ydy yn unig. Os na fyddwch yn ateb, mae hynny'n iawn.

Os oes angen help arnoch nawr, ffoniwch 999.`,
  symptom: `Diolch am ddweud wrtha i. Ffoniwch eich meddygfa heddiw, neu cyn gynted ag y bydd ar agor, a dywedwch wrthyn nhw beth ddywedoch chi wrtha i. Peidiwch ag aros am sgrinio, hyd yn oed os oedd eich canlyniad diwethaf yn glir.

Mae angen i rywun edrych ar hyn, ac nid sgrinio yw'r prawf iawn. Os bydd yn gwaethygu'n gyflym, ffoniwch GIG 111, neu 999 mewn argyfwng.

Alla i ddim dweud beth ydyw o fan hyn.`,
  bowel: `Os yw eich pŵ yn ddu neu'n goch tywyll, neu os oes gennych ddolur rhydd gwaedlyd, ffoniwch y feddygfa neu GIG 111 nawr. Os ydych yn gwaedu'n drwm, ffoniwch 999.`,
  eye: `Diolch am ddweud wrtha i. Mae angen help heddiw pan fydd eich golwg yn newid. Ffoniwch GIG 111 am help heddiw, a dywedwch wrthyn nhw beth ddywedoch chi wrtha i. Peidiwch ag aros am eich sgrinio llygaid, a pheidiwch â gyrru.

Alla i ddim dweud beth ydyw o fan hyn.`,
}
