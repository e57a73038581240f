export type Answer = { kind: 'done' } | { kind: 'refused'; fault: string }

const notReached = 'Not sent: there is no connection. Your words are still here. Try again.'

/** Sends a form as the page itself would, with the session's mark. Never throws. */
export async function post(path: string, fields: Record<string, string>): Promise<Answer> {
  const mark = document.getElementById('desk')?.dataset.mark ?? ''
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: new URLSearchParams({ mark, ...fields }).toString(),
      redirect: 'error',
    })
    if (answer.status === 204) return { kind: 'done' }
    const told = await answer.json()
    if (told.kind === 'done' || told.kind === 'refused') return told
    return { kind: 'refused', fault: `Not sent. ${told.error?.message ?? ''}` }
  } catch {
    return { kind: 'refused', fault: notReached }
  }
}

/** A random UUID. `crypto.randomUUID` is missing where a page is not served over https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
