import { existsSync } from 'node:fs'
import { examineAll } from '../src/app/doctor/examine.ts'
import { report } from '../src/doctor/report.ts'

if (process.argv.length > 2) {
  console.error('Usage: npm run doctor')
  process.exit(2)
}
if (existsSync('.env')) process.loadEnvFile('.env')

const findings = await examineAll(process.env)
console.log(report(findings, { colour: process.stdout.isTTY === true && !process.env.NO_COLOR }))
process.exit(findings.some(({ state }) => state === 'fault') ? 1 : 0)
