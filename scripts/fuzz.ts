/** `npm run fuzz -- [--count 100000] [--seed 1]`: mutated webhook bodies, and a tenth as much on the other channels. */
import { parseArgs } from 'node:util'
import { fuzz } from '../test/fuzz/fuzz.ts'
import startStores from '../test/support/stores/start.ts'
import stopStores from '../test/support/stores/stop.ts'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: String(Date.now() % 1e9) } },
})
const [count, seed] = [Number(values.count), Number(values.seed)]
console.log(`seed ${seed}`)
await startStores()
try {
  const began = performance.now()
  const report = await fuzz({ webhook: count, directLine: Math.ceil(count / 10), apiMessages: Math.ceil(count / 10) }, seed, console.log)
  for (const fault of report.wrong) console.error(fault)
  console.log(JSON.stringify({ ...report, wrong: report.wrong.length, seconds: Math.round((performance.now() - began) / 1000) }))
  process.exitCode = report.wrong.length > 0 || report.unanswered > 0 ? 1 : 0
} finally {
  await stopStores()
}
