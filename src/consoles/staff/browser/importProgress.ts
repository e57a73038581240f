const EVERY_MS = 2_000

/** Shows how far the work with a file is, and the page anew when it is over. */
export function startImportProgress(): void {
  if (document.getElementById('import-work')) setTimeout(() => void look(), EVERY_MS)
}

async function look(): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.getElementById('import-work')
    if (answer.status < 500 && !now) return location.reload()
    if (now) document.getElementById('import-work')?.replaceChildren(...now.childNodes)
  } catch {
    // There is no connection: it is looked again.
  }
  setTimeout(() => void look(), EVERY_MS)
}
