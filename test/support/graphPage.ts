type App = { id: string; name: string; subscribed_fields: string[] }
type Answer = { status: number; body: unknown }

/** The app whose token the stand-in takes. */
export const testAppId = '555'

/** What the stand-in of the Graph API keeps for the page itself: its subscriptions and its Messenger profile. */
export function createGraphPage() {
  let apps: App[] = []
  const profile = new Map<string, unknown>()
  let profileTrouble: Answer | undefined

  /** Undefined when the address is none of the page's own. */
  function answer(method: string, url: URL, body: unknown): Answer | undefined {
    const edge = url.pathname.split('/').slice(3).join('/')
    if (edge === 'subscribed_apps') return subscriptions(method, url)
    if (edge === 'messenger_profile') return profileAnswer(method, url, body)
    if (edge === '' && method === 'GET')
      return { status: 200, body: { id: url.pathname.split('/')[2], name: 'Harbourside Screening (invented)' } }
    return undefined
  }

  function subscriptions(method: string, url: URL): Answer {
    if (method === 'GET') return { status: 200, body: { data: apps } }
    apps = apps.filter(({ id }) => id !== testAppId)
    const fields = (url.searchParams.get('subscribed_fields') ?? '').split(',').filter(Boolean)
    if (method === 'POST') apps.push({ id: testAppId, name: 'Screening Messenger', subscribed_fields: fields })
    return { status: 200, body: { success: true } }
  }

  function profileAnswer(method: string, url: URL, body: unknown): Answer {
    if (profileTrouble) return profileTrouble
    const properties = Object.entries((body ?? {}) as Record<string, unknown>)
    if (method === 'POST') {
      const fault = profileFault(properties)
      if (fault) return { status: 400, body: { error: { message: fault, type: 'OAuthException', code: 100 } } }
      for (const [name, value] of properties) profile.set(name, value)
    }
    if (method === 'DELETE') for (const name of (body as { fields?: string[] } | undefined)?.fields ?? []) profile.delete(name)
    if (method !== 'GET') return { status: 200, body: { result: 'success' } }
    const asked = (url.searchParams.get('fields') ?? '').split(',')
    const shown = Object.fromEntries([...profile].filter(([name]) => asked.includes(name)))
    return { status: 200, body: { data: Object.keys(shown).length > 0 ? [shown] : [] } }
  }

  /** Meta's rules for a profile, as far as they are published. */
  function profileFault(properties: [string, unknown][]): string | undefined {
    const told = new Map(properties)
    if (told.has('persistent_menu') && !told.has('get_started') && !profile.has('get_started')) return 'A persistent menu needs get_started'
    const iceBreakers = told.get('ice_breakers') as { locale?: string; call_to_actions?: unknown[] }[] | undefined
    if (iceBreakers?.some(({ call_to_actions = [] }) => call_to_actions.length > 4)) return 'At most 4 ice breakers'
    if (iceBreakers && !iceBreakers.some(({ locale }) => locale === 'default')) return 'A default locale is required'
    return undefined
  }

  return {
    answer,
    profile,
    /** Every question about the profile gets this answer from now on; the usual ones again when it is undefined. */
    answerProfileWith(next: Answer | undefined) {
      profileTrouble = next
    },
    subscribedFields: () => apps.find(({ id }) => id === testAppId)?.subscribed_fields,
    /** Meta drops our subscription, as it does after an hour without acknowledgements. */
    unsubscribe() {
      apps = apps.filter(({ id }) => id !== testAppId)
    },
    /** Another app is subscribed to the page too. */
    subscribeOther(fields: string[]) {
      apps.push({ id: '777', name: 'Another app', subscribed_fields: fields })
    },
  }
}
