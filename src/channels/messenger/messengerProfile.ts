import { z } from 'zod'
import type { GraphClient } from './graphClient.ts'
import type { GraphResult } from './graphResult.ts'
import { getStartedPayload } from './updates/readPostback.ts'

/** Something to tap before or beside writing: what it reads, and what tapping it says to the bot. */
export type ProfileItem = { title: string; payload: string }

/** What a person sees of the page in Messenger before they write. */
export type MessengerProfile = { greeting: string; menu: ProfileItem[]; iceBreakers: ProfileItem[] }

const fields = ['get_started', 'greeting', 'persistent_menu', 'ice_breakers'] as const

const shownSchema = z.object({ data: z.array(z.record(z.string(), z.unknown())) })
const doneSchema = z.object({ result: z.literal('success') })

/** Meta's limits; those for texts are not in its current pages and are kept on the safe side. */
export const profileLimits = { greeting: 160, menu: 20, iceBreakers: 4, menuTitle: 30, question: 80, payload: 1000 } as const

/**
 * The page's Messenger profile: Get Started, greeting, persistent menu and ice breakers. One language, `default`: of Welsh,
 * Meta's profile knows nothing. The composer stays open, for a person must always be able to write.
 */
export function createMessengerProfile(graph: GraphClient, pageId: string) {
  const path = `${encodeURIComponent(pageId)}/messenger_profile`
  return {
    /** What is set, by Meta's own names. */
    async show(): Promise<GraphResult<{ profile: Record<string, unknown> }>> {
      const result = await graph.call({ method: 'GET', path, query: { fields: fields.join(',') } }, shownSchema)
      return result.kind === 'ok' ? { kind: 'ok', profile: result.data[0] ?? {} } : result
    },
    set: (profile: MessengerProfile) => graph.call({ method: 'POST', path, body: toProfileRequest(profile) }, doneSchema),
    clear: () => graph.call({ method: 'DELETE', path, body: { fields } }, doneSchema),
  }
}

/** The body of the request that sets a profile. */
export function toProfileRequest({ greeting, menu, iceBreakers }: MessengerProfile) {
  return {
    get_started: { payload: getStartedPayload },
    greeting: [{ locale: 'default', text: greeting }],
    persistent_menu: [
      {
        locale: 'default',
        composer_input_disabled: false,
        call_to_actions: menu.map(({ title, payload }) => ({ type: 'postback', title, payload })),
      },
    ],
    ice_breakers: [{ locale: 'default', call_to_actions: iceBreakers.map(({ title, payload }) => ({ question: title, payload })) }],
  }
}

/** What Meta would refuse or cut off, in plain words. */
export function profileFaults({ greeting, menu, iceBreakers }: MessengerProfile): string[] {
  const limits = profileLimits
  const tooLong = (what: string, items: ProfileItem[], longest: number) => [
    ...items
      .filter(({ title }) => title.length > longest)
      .map(({ title }) => `${what} "${title}" has ${title.length} characters; Meta allows ${longest}.`),
    ...items
      .filter(({ payload }) => payload.length > limits.payload)
      .map(({ title }) => `What ${what} "${title}" says is longer than ${limits.payload} characters.`),
  ]
  return [
    ...(greeting.length > limits.greeting ? [`The greeting has ${greeting.length} characters; Meta allows ${limits.greeting}.`] : []),
    ...(menu.length > limits.menu ? [`The menu has ${menu.length} items; Meta allows ${limits.menu}.`] : []),
    ...(iceBreakers.length > limits.iceBreakers
      ? [`There are ${iceBreakers.length} ice breakers; Meta allows ${limits.iceBreakers}.`]
      : []),
    ...tooLong('the menu item', menu, limits.menuTitle),
    ...tooLong('the ice breaker', iceBreakers, limits.question),
  ]
}
