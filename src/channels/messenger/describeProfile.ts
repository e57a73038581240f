import { z } from 'zod'

const actionsSchema = z.array(
  z.looseObject({
    title: z.string().optional(),
    question: z.string().optional(),
    payload: z.string().optional(),
    url: z.string().optional(),
  }),
)
const localesSchema = z.array(z.looseObject({ locale: z.string().catch('?'), call_to_actions: actionsSchema.catch([]).default([]) }))
const getStartedSchema = z.object({ payload: z.string() })
const greetingSchema = z.array(z.object({ locale: z.string(), text: z.string() }))
const menuSchema = z.array(z.looseObject({ composer_input_disabled: z.boolean().catch(false).default(false) }))

/** A Messenger profile by Meta's own names, as lines to read. What is in no shape we know is shown as it is. */
export function describeProfile(profile: Record<string, unknown>): string[] {
  const { get_started, greeting, persistent_menu, ice_breakers, ...others } = profile
  return [
    ...part('Get Started', get_started, describeGetStarted),
    ...part('Greeting', greeting, describeGreeting),
    ...part('Menu', persistent_menu, (value) => describeActions(value) && [...(describeActions(value) ?? []), ...describeComposer(value)]),
    ...part('Ice breakers', ice_breakers, describeActions),
    ...Object.entries(others).flatMap(([name, value]) => part(name, value, () => undefined)),
  ]
}

type Describe = (value: unknown) => string[] | undefined

function part(name: string, value: unknown, describe: Describe): string[] {
  const lines = value === undefined ? ['not set'] : (describe(value) ?? [JSON.stringify(value)])
  return lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(14)}${line}`)
}

const describeGetStarted: Describe = (value) => {
  const { success, data } = getStartedSchema.safeParse(value)
  return success ? [`shown to who has not written yet; says ${data.payload}`] : undefined
}

const describeGreeting: Describe = (value) => {
  const { success, data } = greetingSchema.safeParse(value)
  return success ? data.map(({ locale, text }) => `${language(locale)}${text} (${text.length} characters)`) : undefined
}

/** Meta may leave out languages, and lists each with its own items. */
const describeActions: Describe = (value) => {
  const { success, data } = localesSchema.safeParse(value)
  if (!success) return undefined
  return data.flatMap(({ locale, call_to_actions }) =>
    call_to_actions.map(
      ({ title, question, payload, url }) => `${language(locale)}${(title ?? question ?? '?').padEnd(34)} says ${payload ?? url ?? '?'}`,
    ),
  )
}

function describeComposer(value: unknown): string[] {
  const { data = [] } = menuSchema.safeParse(value)
  const closed = data.some(({ composer_input_disabled }) => composer_input_disabled)
  return [closed ? 'People cannot write, only tap: a person must always be able to write.' : 'People can write as well.']
}

const language = (locale: string): string => (locale === 'default' ? '' : `[${locale}] `)
