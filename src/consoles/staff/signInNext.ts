/** Where to go after signing in, when that is one of the console's pages; what else is asked for is not heard. */
export function readNext(asked: string | null | undefined): string {
  if (!asked || asked.length > 500 || !/^\/(?:staff|admin)(?:[/?]|$)/.test(asked) || /[^\x21-\x7e]|\\/.test(asked)) return ''
  const base = 'http://console.invalid'
  const url = URL.parse(asked, base)
  if (!url || url.origin !== base || !/^\/(?:staff|admin)(?:\/|$)/.test(url.pathname)) return ''
  return /^\/staff\/(?:sign-|join)/.test(url.pathname) ? '' : url.pathname + url.search
}
