/** `npm run soak -- [--minutes 20] [--seed 1]`: a steady load with kills, store restarts and Meta's failures. Prints one JSON object at the end. */
import { parseArgs } from 'node:util'
import { soak } from '../test/soak/soak.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } })
const began = performance.now()
const tell = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)
const report = await soak({ seconds: Number(values.minutes) * 60, people: 60, troubleEveryMs: 6_000, seed: Number(values.seed), tell })
console.log(JSON.stringify(report))
process.exitCode = report.wrong.length > 0 ? 1 : 0
