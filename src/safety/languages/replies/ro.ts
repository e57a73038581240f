import type { LanguageReplies } from '../languageReplies.ts'

/** The fixed safety replies in Romanian. They await a check by a native speaker. */
export const romanianReplies: LanguageReplies = {
  nativeCheck: 'awaiting',
  emergency: `Aceasta poate fi o urgență. Sunați acum la 999 sau rugați pe cineva de lângă dumneavoastră să sune.

Spuneți-le ce mi-ați spus mie. Vă rog să nu conduceți mașina.

Sunt un program de calculator și nu pot trimite ajutor. Nu așteptați un răspuns aici.`,
  crisis: `Îmi pare rău că este atât de greu. Vă mulțumim că ne-ați spus. Vă rugăm să vorbiți acum cu cineva:

• Dacă o viață este în pericol, sunați la 999.
• NHS 111, opțiunea 2: ajutor urgent pentru sănătatea mintală în Anglia, zi și noapte, la orice vârstă.
• Samaritans: sunați la 116 123.
• Sau trimiteți un SMS cu textul SHOUT la 85258.

Anunț echipa noastră, dar poate că nu va vedea mesajul imediat. Vă rugăm să nu o așteptați.`,
  abuse: `Vă mulțumesc pentru mesaj. Îl transmit unei persoane din echipa noastră.

Este sigur să vă scriem aici? Puteți răspunde doar da sau nu. Dacă nu răspundeți, este în regulă.

Dacă aveți nevoie de ajutor acum, sunați la 999.`,
  symptom: `Vă mulțumesc că mi-ați spus. Sunați la cabinetul medicului de familie (GP) astăzi sau imediat ce se deschide și spuneți ce mi-ați spus mie. Nu așteptați screeningul, chiar dacă ultimul rezultat a fost bun.

Trebuie văzut de un medic, iar screeningul nu este testul potrivit. Dacă se agravează repede, sunați la NHS 111, sau la 999 în caz de urgență.

Nu pot spune de aici ce este.`,
  bowel: `Dacă scaunul este negru sau roșu-închis ori aveți diaree cu sânge, sunați acum la cabinet sau la NHS 111. Dacă sângerați puternic, sunați la 999.`,
  eye: `Vă mulțumesc că mi-ați spus. O schimbare a vederii are nevoie de ajutor astăzi. Sunați astăzi la NHS 111 și spuneți ce mi-ați spus mie. Nu așteptați screeningul ochilor și vă rog să nu conduceți.

Nu pot spune de aici ce este.`,
}
