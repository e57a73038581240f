const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** These take two places. */
const extended = '^{}\\[~]|€\f'

/** How many text messages of the network a text takes: it is paid and may arrive by these. */
export function smsSegments(text: string): { segments: number; alphabet: 'gsm7' | 'ucs2' } {
  const letters = [...text]
  const isBasic = letters.every((letter) => basic.includes(letter) || extended.includes(letter))
  const [alphabet, length, alone, each] = isBasic
    ? (['gsm7', letters.reduce((sum, letter) => sum + (extended.includes(letter) ? 2 : 1), 0), 160, 153] as const)
    : (['ucs2', text.length, 70, 67] as const)
  return { segments: length <= alone ? 1 : Math.ceil(length / each), alphabet }
}

const plain: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '...', '\u00a0': ' ', '`': "'" }

/** The same text with typewriter's quotes and dashes, for which no phone needs the wider alphabet. */
export function withoutTypography(text: string): string {
  return text.replace(/[‘’“”–—…\u00a0`]/g, (letter) => plain[letter] ?? letter)
}
