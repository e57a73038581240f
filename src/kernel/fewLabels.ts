const MOST = 100

/**
 * Values for a label that come from outside: the first hundred that look like a code stand for themselves, everything else
 * is `other`, so that no caller can fill the memory or write words into the measures. What is blank stays blank.
 */
export function fewLabels(most = MOST): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (value === '' || known.has(value)) return value
    if (known.size >= most || !/^(?:[A-Z][A-Z0-9_]{0,30}|\d{1,9}(?:\/\d{1,9})?)$/.test(value)) return 'other'
    known.add(value)
    return value
  }
}
