/** What would tell a stranger who looks at a phone what the appointment is for. */
const telling = /breast|screen|mammo|cancer|tumou?r|oncolog|symptom|cervic|smear|bowel|prostate|aneurysm|\baaa\b|diabet|\blung\b|\bnhs\b/i

export const isDiscreet = (text: string) => !telling.test(text)

/** A place's name without the parts that tell: "Breast Unit, Royal Hospital" is "Royal Hospital". Undefined where nothing is left. */
export function discreetPlace(name: string): string | undefined {
  const parts = name
    .split(/\s*[,;(–—]\s*|\s+-\s+/)
    .map((part) => part.replace(/\)$/, '').trim())
    .filter((part) => part !== '' && isDiscreet(part))
  return isDiscreet(name) ? name : parts.join(', ') || undefined
}

/** The text's sentences that tell nothing. */
export function discreetSentences(text: string): string {
  return text
    .split(/(?<=[.!?])\s+/)
    .filter(isDiscreet)
    .join(' ')
}
