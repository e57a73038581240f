/** Shows words as a patient reads them, while they are typed. What is named in double braces is filled in. */
export function startWordsPreview(): void {
  for (const shown of document.querySelectorAll<HTMLElement>('[data-preview-of]')) {
    const typed = document.getElementById(shown.dataset.previewOf ?? '')
    if (!(typed instanceof HTMLTextAreaElement || typed instanceof HTMLInputElement)) continue
    const names: Record<string, string> = JSON.parse(shown.dataset.names ?? '{}')
    typed.addEventListener('input', () => {
      shown.textContent = typed.value.trim().replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (whole, name: string) => names[name] ?? whole)
    })
  }
}
