import { startGraphStandIn } from '../test/support/graphStandIn.ts'
import { testSecrets } from '../test/support/messengerSettings.ts'
import startStores from '../test/support/stores/start.ts'
import stopStores from '../test/support/stores/stop.ts'
import { type Figures, measure } from './measure.ts'
import { measureScaleOut, printScaleOut, type ScaleFigures } from './scaleOut.ts'
import { embedded, postgresAndRedis, sdkEcho } from './targets.ts'

/** The whole service beside what a user would otherwise write with the SDK; then one, two and four processes of it. */
export async function measureService() {
  await startStores()
  const graph = await startGraphStandIn({ pageId: testSecrets.pageId, token: testSecrets.pageToken, appSecret: testSecrets.appSecret })
  const targets: Figures[] = []
  const scale: ScaleFigures[] = []
  try {
    for (const start of [sdkEcho, embedded, postgresAndRedis]) {
      const target = await start(graph.url)
      console.log(`measuring ${target.name} …`)
      targets.push(await measure(target, graph).finally(() => target.close()))
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
  const baseline = targets[0]
  if (baseline) for (const result of targets) print(result, baseline)
  printScaleOut(scale)
  return { targets, scale }
}

function print(figures: Figures, baseline: Figures): void {
  console.log(`\n${figures.target}`)
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value !== 'number') continue
    const ratio = value / (baseline[name as keyof Figures] as number)
    console.log(`  ${name.padEnd(16)} ${value.toFixed(1).padStart(9)}   ${ratio.toFixed(2)} x the SDK's way`)
  }
}
