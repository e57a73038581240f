import type { Random } from '../fuzz/random.ts'
import type { GraphStandIn } from '../support/graphStandIn.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'
import type { OwnStores } from '../support/stores/ownStores.ts'

type Deps = { random: Random; graph: GraphStandIn; stores: OwnStores; other: () => ServiceProcess; restartOther: () => Promise<void> }

const OUTAGE_MS = 3_000

/** What goes wrong during a soak, one thing after another and all of them in turn. */
export function createTroubles({ random, graph, stores, other, restartOther }: Deps) {
  const made = new Map<string, number>()
  const kinds: Record<string, () => Promise<void> | void> = {
    async 'a process is killed'() {
      await other().kill()
      await pause(random.below(1_000))
      await restartOther()
    },
    async 'a process hangs'() {
      other().signal('SIGSTOP')
      await pause(OUTAGE_MS)
      other().signal('SIGCONT')
    },
    async 'Redis is restarted'() {
      await stores.redis.stop()
      await pause(random.below(OUTAGE_MS))
      await stores.redis.start()
    },
    async 'PostgreSQL is restarted'() {
      await stores.postgres.stop()
      await pause(random.below(OUTAGE_MS))
      await stores.postgres.start()
    },
    async 'Redis hangs'() {
      stores.redis.freeze()
      await pause(OUTAGE_MS)
      stores.redis.thaw()
    },
    'Meta fails': () => graph.failNext({ httpStatus: 500, code: 2, times: 3 }),
    'Meta breaks off after taking a message': () => graph.resetNext({ taken: true }),
    'Meta breaks off before taking a message': () => graph.resetNext({ taken: false }),
    'Meta answers too late': () => graph.hangNext(11_000, { taken: true }),
    'Meta wants its token renewed': async () => {
      graph.acceptToken(undefined)
      await pause(OUTAGE_MS)
      graph.acceptToken('EAATESTTOKEN')
    },
  }
  let n = 0
  return {
    /** Makes the next trouble, and resolves with what it was when it is over. */
    async next(): Promise<string> {
      const [name, make] = Object.entries(kinds)[n++ % Object.keys(kinds).length] as [string, () => Promise<void> | void]
      await make()
      made.set(name, (made.get(name) ?? 0) + 1)
      return name
    },
    counts: () => Object.fromEntries(made),
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
