import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { crossValidatePack } from '../../../scripts/evaluate/crossValidatePack.ts'
import { openPackFolder } from '../../../src/app/openPack.ts'
import { examplesOf, openUnderstanding } from '../../../src/app/openUnderstanding.ts'
import { silentLog } from '../../../src/kernel/log.ts'
import { inTurn } from '../../../src/nlu/crossValidate.ts'
import { intent, packFolder } from '../content/packFolder.ts'

const root = join(import.meta.dirname, '../../..')
const folder = await mkdtemp(join(tmpdir(), 'evaluate-'))

/** The JSON object that a script ends with. */
const lastLineOf = (out: string) => JSON.parse(out.trim().split('\n').at(-1) ?? '')

/** Runs a script as npm would, and answers with how it ended. */
async function run(script: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'scripts', script), ...args], { env: { ...process.env, NODE_OPTIONS: '' } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

test('classify prints gate, decision, intent and runners-up', async () => {
  const { code, out } = await run('classify.ts', "I've found a lump, can I book an appointment?")
  expect(code).toBe(0)
  expect(out).toMatch(/gate +symptom, breast \(rule breast\./)
  expect(out).toMatch(/rest +can I book an appointment\?/)
  expect(out).toMatch(/intent +\d+ % {2}book_appointment/)
  expect(out).toMatch(/runners-up/)
})

test('evaluate ends with one JSON line and writes a row for each message', async () => {
  const file = await write(
    'good.json',
    '[{"intent":"book_appointment","programme":"breast","utterances":["book me in"]},{"intent":"crisis","utterances":["he hits me"]}]',
  )
  const predictions = join(folder, 'predictions.json')
  const { code, out } = await run('evaluate.ts', file, '--out', predictions)
  expect(code).toBe(0)
  expect(lastLineOf(out)).toMatchObject({ messages: 2, safety: { crisis: { messages: 1, recall: 1 } } })
  expect(JSON.parse(await readFile(predictions, 'utf8'))).toEqual([
    {
      text: 'book me in',
      expected: 'book_appointment',
      predicted: expect.any(String),
      confidence: expect.any(Number),
      top3: expect.any(Array),
    },
    expect.objectContaining({ text: 'he hits me', predicted: 'crisis' }),
  ])
})

test('classify shows several needs, and the language', async () => {
  const { out } = await run('classify.ts', 'Can I cancel my appointment? Where can I park?')
  expect(out).toMatch(/decision +understood: cancel_appointment, then find_location_parking/)
  expect(out).toMatch(/language +English/)
})

test('evaluate gives the figures again for each rough way of typing', async () => {
  const file = await write('rough.json', '[{"intent":"book_appointment","utterances":["can I book a mammogram please"]}]')
  const { code, out } = await run('evaluate.ts', file, '--rough')
  expect(code).toBe(0)
  const { messages, rough } = lastLineOf(out)
  expect(messages).toBe(1)
  expect(Object.keys(rough)).toEqual(['typos', 'no punctuation', 'capitals', 'text speak'])
  expect(rough.capitals).toEqual({ accuracy: 1, top3: 1, none: 0, missedFlags: 0 })
})

test('cross-validation gives figures of every example, small talk counting as none, and ends with one JSON line', async () => {
  const say = jest.spyOn(console, 'log').mockImplementation(() => {})
  const understanding = await openUnderstanding(silentLog, join(folder, 'no-sentence-model'), join(folder, 'learnt'))
  const greeting = intent('hello', { programme: 'general', utterances: ['hello', 'hello you', 'oh hello', 'hello there', 'well hello'] })
  const parking = intent('parking', { utterances: ['parking', 'is there parking', 'parking please', 'about parking', 'free parking'] })
  const { intents: read } = await openPackFolder(
    understanding,
    await packFolder({ 'general/hello.yaml': greeting, 'breast/parking.yaml': parking }),
  )
  const pack = [...read.values()].map(examplesOf)
  await crossValidatePack({ pack, deal: inTurn(5), learn: understanding.learnHere, service: new Set(['parking']), rough: true })
  const { messages, accuracy, intents, none, calibration, rough } = lastLineOf(say.mock.calls.map(([line]) => line).join('\n'))
  say.mockRestore()
  expect({ messages, intents: intents.messages, none: none.messages }).toEqual({ messages: 10, intents: 5, none: 5 })
  expect(accuracy).toBeGreaterThan(0.5)
  expect(calibration).toBeLessThan(1)
  expect(Object.keys(rough)).toHaveLength(4)
})

test.each([
  ['no file named', () => [], 'Usage: npm run evaluate'],
  ['a file that is not there', () => [join(folder, 'none.json')], 'Is the path right?'],
  ['not JSON', async () => [await write('a.json', '[{')], 'is not valid JSON'],
  ['another shape', async () => [await write('b.json', '[{"intent":"x","utterances":"hello"}]')], '0.utterances'],
  ['a file beside --cross-validate', () => ['x.json', '--cross-validate'], 'Usage: npm run evaluate'],
  ['--heard without --cross-validate', async () => [await write('c.json', '[]'), '--heard'], 'Usage: npm run evaluate'],
  ['an unknown option', () => ['--speed'], "Unknown option '--speed'"],
])('evaluate says in plain words: %s', async (_, args, message) => {
  const { code, err } = await run('evaluate.ts', ...(await args()))
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  expect(err).not.toMatch(/\n\s+at /)
})

test('classify without words says how it is used', async () =>
  expect(await run('classify.ts')).toMatchObject({ code: 2, err: expect.stringContaining('npm run classify') }))
