/**
 * What would help somebody, never why: it decides how long a slot has to be and where it may be.
 * `longer`: more time. `stepFree`: no steps. `implants`, `device`: not everywhere possible.
 */
export const needs = ['longer', 'stepFree', 'implants', 'device', 'interpreter', 'hearing', 'sight', 'support', 'other'] as const
export type Need = (typeof needs)[number]

/** What a set of needs asks of a place. */
export type Fit = { double: boolean; stepFree: boolean; implants: boolean; devices: boolean }

/** Implants are imaged in more views, and who asks for time gets it: both take a double slot. */
export const fitOf = (some: readonly Need[]): Fit => ({
  double: some.includes('longer') || some.includes('implants'),
  stepFree: some.includes('stepFree'),
  implants: some.includes('implants'),
  devices: some.includes('device'),
})
