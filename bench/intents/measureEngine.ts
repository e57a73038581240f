/**
 * Measures one engine on one public set, in a process of its own so that its memory is its own; prints one line of JSON.
 *   node bench/intents/measureEngine.ts ENGINE SET
 */
import { type RoughWay, roughen } from '../../src/nlu/roughen.ts'
import type { Engine, Taught } from './engine.ts'
import { engines } from './engines.ts'
import { accuracy, calibrationError, percentile, type Read, rejection, withinOf } from './figures.ts'
import { type Message, packOf, readSplit, type Split } from './splits.ts'

export type EngineFigures = Awaited<ReturnType<typeof measureEngine>>

async function measureEngine(engine: Engine, split: Split, ways: readonly RoughWay[] = []) {
  const pack = packOf(split)
  const began = performance.now()
  const taught = await engine.learn(pack)
  const trainSeconds = (performance.now() - began) / 1000

  const val = await readAll(taught, split.val)
  const times: number[] = []
  const test = await readAll(taught, split.test, times)
  const memoryMB = process.memoryUsage().rss / 2 ** 20
  const oosTest = await readAll(taught, outside(split.oos_test))

  const rough: Partial<Record<RoughWay, number>> = {}
  for (const way of ways)
    rough[way] = accuracy(
      await readAll(
        taught,
        split.test.map(([text, intent], i) => [roughen(text, way, i + 1), intent]),
      ),
    )

  const splitting = splittingTime(split.test)
  return {
    accuracy: accuracy(test),
    rough,
    calibrationError: calibrationError(test, withinOf),
    ...(oosTest.length > 0 && {
      rejection: { ...rejection({ val, test, oosTest }), calibrationError: calibrationError([...test, ...oosTest]) },
    }),
    trainSeconds,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    p50OverSplitting: percentile(times, 50) / splitting,
    p99OverSplitting: percentile(times, 99) / splitting,
    memoryMB,
  }
}

async function readAll(taught: Taught, messages: [text: string, intent: string | undefined][], times: number[] = []): Promise<Read[]> {
  const reads: Read[] = []
  for (const [text, expected] of messages) {
    const began = performance.now()
    const guess = await taught.read(text)
    times.push(performance.now() - began)
    reads.push({ expected, guess })
  }
  return reads
}

const outside = (texts: string[] = []) => texts.map((text): [string, undefined] => [text, undefined])

/** What it takes to split a message into words, on average over all, in the best of some rounds; milliseconds. */
function splittingTime(messages: Message[]): number {
  const rounds = Array.from({ length: 20 }, () => {
    const began = performance.now()
    let words = 0
    for (const [text] of messages) words += text.split(' ').length
    return words > 0 ? (performance.now() - began) / messages.length : Number.NaN
  })
  return Math.min(...rounds)
}

const [name = '', set = ''] = process.argv.slice(2)
const entry = engines[name]
if (!entry) throw new Error(`There is no engine ${name}.`)
process.stdout.write(`${JSON.stringify(await measureEngine(await entry.open(), await readSplit(set), entry.ways))}\n`)
