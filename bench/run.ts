/** `npm run bench`: our service beside what a user would otherwise write with the SDK, in one run. */

import { startGraphStandIn } from '../test/support/graphStandIn.ts'
import { testSecrets } from '../test/support/messengerSettings.ts'
import startStores from '../test/support/stores/start.ts'
import stopStores from '../test/support/stores/stop.ts'
import { type Figures, measure } from './measure.ts'
import { measureParts } from './parts.ts'
import { measureScaleOut, printScaleOut, type ScaleFigures } from './scaleOut.ts'
import { embedded, postgresAndRedis, sdkEcho } from './targets.ts'

for (const [part, cost] of Object.entries(await measureParts())) console.log(`${part.padEnd(32)} ${cost}`)

await startStores()
const graph = await startGraphStandIn({ pageId: testSecrets.pageId, token: testSecrets.pageToken, appSecret: testSecrets.appSecret })
const results: Figures[] = []
const scale: ScaleFigures[] = []
try {
  for (const start of [sdkEcho, embedded, postgresAndRedis]) {
    const target = await start(graph.url)
    console.log(`measuring ${target.name} …`)
    results.push(await measure(target, graph).finally(() => target.close()))
    graph.messages.length = 0
  }
  for (const processes of [1, 2, 4]) {
    console.log(`measuring ${processes} process(es) …`)
    scale.push(await measureScaleOut(processes, graph))
  }
} finally {
  await graph.close()
  await stopStores()
}

const baseline = results[0]
if (baseline) for (const result of results) print(result, baseline)
printScaleOut(scale)
console.log(JSON.stringify({ targets: results, scale }))

function print(figures: Figures, baseline: Figures): void {
  console.log(`\n${figures.target}`)
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value !== 'number') continue
    const ratio = value / (baseline[name as keyof Figures] as number)
    console.log(`  ${name.padEnd(16)} ${value.toFixed(1).padStart(9)}   ${ratio.toFixed(2)} x the SDK's way`)
  }
}
