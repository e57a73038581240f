const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

/** The fields of the forms of a page as they stand, as a browser would send them. `within`: only of the form with this id. */
export function formFields(html: string, within?: string): Record<string, string> {
  const start = within ? html.indexOf(`id="${within}"`) : 0
  const form = within ? html.slice(start, html.indexOf('</form>', start)) : html
  const inputs = [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = attribute(tag, 'name')
    if (!name || (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag))) return []
    return [[name, attribute(tag, 'value') ?? '']]
  })
  const areas = [...form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)].map(
    ([, name = '', text = '']): [string, string] => [name, unescaped(text.replace(/^\r?\n/, ''))],
  )
  const selects = [...form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name = '', options = '']): [string, string] => {
      const all = [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => tag)
      const chosen = all.find((tag) => / selected/.test(tag)) ?? all[0] ?? ''
      return [name, attribute(chosen, 'value') ?? '']
    },
  )
  return Object.fromEntries([...inputs, ...areas, ...selects])
}
