import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openContent } from '../../src/app/openContent.ts'
import { openPackFolder, PACK } from '../../src/app/openPack.ts'
import { examplesOf, openUnderstanding, SENTENCE_MODEL } from '../../src/app/openUnderstanding.ts'
import { ContentError } from '../../src/content/contentError.ts'
import { loadPack } from '../../src/content/loadPack.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { type Log, silentLog } from '../../src/kernel/log.ts'
import type { IntentExamples } from '../../src/nlu/classifier.ts'
import type { Decision } from '../../src/nlu/decide.ts'
import { learn } from '../../src/nlu/learn.ts'
import { featuresIn } from '../../src/nlu/naturalFeatures.ts'
import { createNaturalReading } from '../../src/nlu/naturalReading.ts'
import { openOnnxEmbedder } from '../../src/nlu/onnxEmbedder.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { startProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'
import { intent, packFolder } from '../unit/content/packFolder.ts'

const NOWHERE = '/no/such/folder'
const learntFolder = () => mkdtemp(join(tmpdir(), 'learnt-'))

/** A log, and what was written to it. */
function recording() {
  const lines: { level: string; event: string; cause?: unknown; advice?: unknown }[] = []
  const at = (level: string) => (event: string, facts?: object) => void lines.push({ level, event, ...facts })
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  return { log, lines, of: (event: string) => lines.filter((line) => line.event === event) }
}

/** A pack of three intents, whose ids begin with its name. */
const small = (pack: string): Record<string, unknown> => {
  const sayings = {
    pain: ['does it hurt', 'is it painful', 'will the test hurt me', 'how much pain is there', 'I am afraid of the pain'],
    parking: ['where can I park', 'is there a car park', 'can I park my car there', 'parking please', 'where do I leave the car'],
    results: ['when do I get my results', 'are my results in', 'how long do the results take', 'result letter', 'I wait for my result'],
  }
  const intents = Object.entries(sayings).map(([name, utterances]) => intent(`${pack}_${name}`, { utterances }))
  return Object.fromEntries(intents.map((one) => [`breast/${one.id}.yaml`, one]))
}

function intentsIn(decision: Decision): string[] {
  switch (decision.kind) {
    case 'understood':
      return decision.intents
    case 'unsure':
      return decision.choices
    case 'notUnderstood':
      return decision.topics
  }
}

test('without the sentence model the service understands by the wording alone, and says so once', async () => {
  const { log, of } = recording()
  const understanding = await openUnderstanding(log, NOWHERE, await learntFolder())
  const pack = await openPackFolder(understanding)
  for (const text of ['can I change my appointment', 'Can I change my appointment?'])
    expect((await pack.read(text)).decision).toEqual({ kind: 'understood', intents: ['change_appointment'] })
  expect(understanding.withMeaning).toBe(false)
  expect(of('understanding.withoutMeaning')).toEqual([
    expect.objectContaining({ level: 'warn', cause: expect.any(String), advice: expect.stringContaining('node setup.mjs') }),
  ])
  await understanding.close()
}, 90_000)

test('learning the same examples twice gives the same model, to the last bit', async () => {
  const examples = (await loadPack(PACK)).intents.slice(0, 20).map((intent) => examplesOf({ ...intent, heard: [] }))
  const learnAnew = async () => {
    const embedder = await openOnnxEmbedder(SENTENCE_MODEL)
    const model = await learn(examples, { embedder, createReading: createNaturalReading, featuresIn })
    await embedder.close()
    return model
  }
  const [one, other] = [await learnAnew(), await learnAnew()]
  expect(one.intents).toHaveLength(20)
  expect(one.meaning?.examples.scales.length).toBeGreaterThan(200)
  expect(serialize(one).equals(serialize(other))).toBe(true)
}, 90_000)

describe('what was learnt is kept', () => {
  const files = async (folder: string) =>
    Promise.all((await readdir(folder)).map(async (name) => ({ file: join(folder, name), content: await readFile(join(folder, name)) })))

  test('and loaded the next time; where it is damaged it is learnt anew', async () => {
    const folder = await learntFolder()
    const intents = (await loadPack(await packFolder(small('here')))).intents
    const learnt = async () => {
      const { log, of } = recording()
      const understanding = await openUnderstanding(log, NOWHERE, folder)
      const best = (await (await understanding.learn(intents)).classify('where can I park'))[0]
      return { times: of('understanding.learnt').length, best }
    }
    const first = await learnt()
    expect(first).toEqual({ times: 1, best: expect.objectContaining({ intent: 'here_parking' }) })
    expect(await learnt()).toEqual({ ...first, times: 0 })

    // Where other processes look it is put even when it was known here already: they may not have it any more.
    const shared: string[][] = []
    const others = {
      load: async () => undefined,
      save: async (pack: IntentExamples[]) => void shared.push(pack.map(({ intent }) => intent)),
    }
    await (await openUnderstanding(silentLog, NOWHERE, folder, others)).learn(intents)
    expect(shared).toEqual([intents.map(({ id }) => id)])

    const [kept] = await files(folder)
    if (!kept) throw new Error('Nothing was kept.')
    await writeFile(kept.file, kept.content.with(kept.content.length >> 1, (kept.content.at(kept.content.length >> 1) ?? 0) ^ 1))
    expect(await learnt()).toEqual(first)
    expect(await files(folder)).toEqual([kept])
    expect(await learnt()).toEqual({ ...first, times: 0 })
  })
})

describe('the pack is read anew while the service answers', () => {
  let testDatabase: TestDatabase
  let database: Database
  beforeAll(async () => {
    testDatabase = await createTestDatabase()
    database = await openPostgres(testDatabase.url, silentLog)
    await database.migrate()
  })
  afterAll(async () => {
    await database.close()
    await testDatabase.drop()
  })

  /** The content of a folder that holds the small pack `old`, and what changes the folder. */
  async function opened() {
    const folder = await packFolder(small('old'))
    const understanding = await openUnderstanding(silentLog, NOWHERE, await learntFolder())
    const content = await openContent({ stores: { database }, understanding, clock: systemClock, log: silentLog, folder })
    return {
      content,
      async write(files: Record<string, unknown>): Promise<void> {
        for (const [name, yaml] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(yaml))
      },
      remove: (files: Record<string, unknown>) => Promise.all(Object.keys(files).map((name) => rm(join(folder, name)))),
      /** The packs of all intents that a message was read as. */
      packsOf: async (text: string) => [...new Set(intentsIn(await content.understand(text)).map((id) => id.split('_')[0] ?? ''))],
    }
  }

  test('each of 50 messages meanwhile is read by the old pack or by the new one as a whole', async () => {
    const { content, write, remove, packsOf } = await opened()
    await remove(small('old'))
    await write(small('new'))
    let isDone = false
    const reload = content.reload().then(() => {
      isDone = true
    })
    const read: string[][] = []
    let beforeItWasDone = 0
    while (read.length < 50 || !isDone) {
      if (!isDone) beforeItWasDone += 1
      read.push(...(await Promise.all(['Does it hurt? Where can I park?', 'does it hurt'].map(packsOf))))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await reload
    expect(beforeItWasDone).toBeGreaterThan(3)
    expect(read[0]).toEqual(['old'])
    expect(read.filter((packs) => packs.length !== 1)).toEqual([])
    expect(await packsOf('does it hurt')).toEqual(['new'])
    expect([content.intent('old_pain'), content.intent('new_pain')]).toEqual([undefined, expect.objectContaining({ id: 'new_pain' })])
  })

  test('a pack with faults is refused with all of them, and the one in use stays', async () => {
    const { content, packsOf, write } = await opened()
    await write({ 'breast/old_pain.yaml': { id: 'old_pain' }, 'breast/stray.yaml': intent('another') })
    const refused = await content.reload().catch((error) => error)
    expect(refused).toBeInstanceOf(ContentError)
    expect(refused.faults.join('\n')).toMatch(/old_pain\.yaml[\s\S]*stray\.yaml/)
    expect(await packsOf('does it hurt')).toEqual(['old'])
    expect(content.intent('old_pain')).toMatchObject({ id: 'old_pain' })

    await write({ 'breast/old_pain.yaml': small('old')['breast/old_pain.yaml'], 'breast/stray.yaml': intent('stray') })
    await content.reload()
    expect(content.intent('stray')).toMatchObject({ id: 'stray' })
  })

  test('at SIGHUP, by the process that serves', async () => {
    const main = join(import.meta.dirname, '../../src/main.ts')
    const service = await startProcess(main, { DATA_DIR: await mkdtemp(join(tmpdir(), 'reload-')) })
    // It is ready a moment before it hears signals.
    await eventually(() => service.printed().includes('Screening Messenger is ready'), 'the start')
    service.signal('SIGHUP')
    await eventually(() => service.printed().includes('"event":"pack.reloaded"'), 'the reload')
    expect((await fetch(`${service.baseUrl}/readyz`)).status).toBe(200)
    await service.stop()
    expect(await service.exited).toBe(0)
  }, 90_000)
})
