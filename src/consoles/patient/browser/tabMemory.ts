/** sessionStorage, or plain memory where a browser forbids it (then a reload starts again). */
const fallback = new Map<string, string>()

export function remember(place: string, value: unknown): void {
  const text = JSON.stringify(value)
  fallback.set(place, text)
  try {
    sessionStorage.setItem(place, text)
  } catch {
    // Forbidden or full: memory has it.
  }
}

export function recall<T>(place: string): T | undefined {
  try {
    const text = sessionStorage.getItem(place) ?? fallback.get(place)
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

export function forget(place: string): void {
  fallback.delete(place)
  try {
    sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept there.
  }
}
