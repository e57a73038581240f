import type { Random } from './random.ts'

/** Values that code forgets: absent, of another kind, too large, too deep, or with a meaning of their own. */
const junk: ((random: Random) => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 60,
  () => '',
  () => ' ',
  () => '0',
  () => '\u0000',
  () => '\ud800',
  () => '\u202e\u0000\ufeff',
  () => '👩‍⚕️'.repeat(50),
  () => "'; drop table inbox; --",
  () => '<script>alert(1)</script>',
  () => '#{7*7}{{7*7}}',
  () => '__proto__',
  () => 'x'.repeat(5_000),
  () => [],
  () => ({}),
  () => [[[[[[[[[[]]]]]]]]]],
  () => ({ toString: 'no', length: 3, constructor: null }),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  (random) => Array.from({ length: 200 }, () => random.below(10)),
  () => '9999-99-99T99:99:99Z',
  () => Number.MIN_SAFE_INTEGER,
]

type Container = Record<string, unknown> | unknown[]

/** A copy of a JSON value with one to five things wrong in it, anywhere. */
export function mutate(value: unknown, random: Random): unknown {
  const root = { value: structuredClone(value) as unknown }
  for (let left = 1 + random.below(5); left > 0; left--) mutateOnce(root, random)
  return root.value
}

function mutateOnce(root: { value: unknown }, random: Random): void {
  const places = placesIn(root)
  const { container, key } = random.pick(places)
  const current = valueAt({ container, key })
  const members = container as Record<string | number, unknown>
  switch (random.below(7)) {
    case 0:
      if (Array.isArray(container)) container.splice(Number(key), 1)
      else if (container !== root) delete members[key]
      break
    case 1:
      members[key] = random.pick(junk)(random)
      break
    case 2:
      members[key] = structuredClone(valueAt(random.pick(places)))
      break
    case 3:
      if (Array.isArray(container)) container.push(structuredClone(current))
      break
    case 4:
      members[key] = [current]
      break
    case 5:
      members[key] = ofAnotherKind(current)
      break
    default:
      if (!Array.isArray(container)) members[random.pick(['message', 'postback', 'read', 'sender', 'x'])] = structuredClone(current)
  }
}

function ofAnotherKind(value: unknown): unknown {
  if (typeof value === 'string') return Number.isNaN(Number(value)) ? value + value : Number(value)
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

type Place = { container: Container; key: string | number }

const valueAt = ({ container, key }: Place): unknown => (container as Record<string | number, unknown>)[key]

function placesIn(root: Container): Place[] {
  const places: Place[] = []
  const walk = (container: Container, depth: number) => {
    if (depth > 20) return
    for (const key of Object.keys(container)) {
      places.push({ container, key: Array.isArray(container) ? Number(key) : key })
      const inner = (container as Record<string, unknown>)[key]
      if (typeof inner === 'object' && inner !== null) walk(inner as Container, depth + 1)
    }
  }
  walk(root, 0)
  return places
}

/** The bytes of a body, in one case of ten damaged as bytes. */
export function toBytes(body: unknown, random: Random): Buffer {
  const bytes = Buffer.from(JSON.stringify(body) ?? 'null')
  if (!random.chance(0.1) || bytes.length === 0) return bytes
  switch (random.below(4)) {
    case 0:
      return bytes.subarray(0, random.below(bytes.length))
    case 1:
      bytes[random.below(bytes.length)] = random.below(256)
      return bytes
    case 2:
      return Buffer.concat([Buffer.from('\ufeff'), bytes])
    default:
      return Buffer.concat([bytes, bytes])
  }
}
