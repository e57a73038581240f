import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../../..')
const folder = await mkdtemp(join(tmpdir(), 'evaluate-'))

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
  expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ messages: 2, safety: { crisis: { messages: 1, recall: 1 } } })
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

test.each([
  ['no file named', () => [], 'Usage: npm run evaluate'],
  ['a file that is not there', () => [join(folder, 'none.json')], 'Is the path right?'],
  ['not JSON', async () => [await write('a.json', '[{')], 'is not valid JSON'],
  ['another shape', async () => [await write('b.json', '[{"intent":"x","utterances":"hello"}]')], '0.utterances'],
  ['an unknown option', () => ['--speed'], "Unknown option '--speed'"],
])('evaluate says in plain words: %s', async (_, args, message) => {
  const { code, err } = await run('evaluate.ts', ...(await args()))
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  expect(err).not.toMatch(/\n\s+at /)
})

test('classify without words says how it is used', async () =>
  expect(await run('classify.ts')).toMatchObject({ code: 2, err: expect.stringContaining('npm run classify') }))
