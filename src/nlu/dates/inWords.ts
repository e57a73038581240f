/** "3pm", "10.30am", "midday". */
export function timeInWords(minute: number): string {
  if (minute === 12 * 60) return 'midday'
  const hour = Math.floor(minute / 60)
  const past = minute % 60
  return `${((hour + 11) % 12) + 1}${past ? `.${String(past).padStart(2, '0')}` : ''}${hour < 12 || hour === 24 ? 'am' : 'pm'}`
}

/** "Mondays, Tuesdays or Fridays". */
export function listed(words: string[], join = 'or'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${join} ${words.at(-1)}`
}
