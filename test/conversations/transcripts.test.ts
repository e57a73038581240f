import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readTranscript } from '../../src/app/rehearsal/readTranscript.ts'
import { playTranscript } from '../support/playTranscript.ts'

/** What the bot must go on doing whatever admins change lies with the intents, and is played before anything is published. */
const folders = [import.meta.dirname, join(import.meta.dirname, '../../intents/conversations')]
const inFolder = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.yaml')).map((name) => ({ file: name, path: join(folder, name) }))
const files = (await Promise.all(folders.map(inFolder))).flat()
const transcripts = await Promise.all(files.map(async ({ file, path }) => ({ file, ...readTranscript(await readFile(path, 'utf8')) })))

describe('conversations', () => {
  test.each(transcripts)('$file: $about', async ({ file, ...transcript }) => {
    const report = await playTranscript(transcript)
    if (report) throw new Error(`${file} does not go as written:\n\n${report}\n`)
  })

  test('are told apart by what they are about', () => {
    const about = transcripts.map((transcript) => transcript.about)
    expect(new Set(about).size).toBe(about.length)
  })
})

describe('a transcript can fail', () => {
  const play = (...lines: string[]) =>
    playTranscript(
      readTranscript(`about: x\nnow: 2026-11-23T10:00 (Europe/London)\ntalk: |\n${lines.map((line) => `  ${line}\n`).join('')}`),
    )

  test('and then shows what was said and done, once for each turn', async () => {
    const report = await play(
      '> does it hurt',
      '< Hello',
      '< I am a teapot',
      '<! automated',
      '> I want to speak to a human',
      'escalated: nothing',
    )
    expect(report.split('\n')).toEqual([
      '  > does it hurt',
      '  < Hello',
      '✗ < I am a teapot',
      expect.stringMatching(/^ {6}it said: Hello\. I am the automated assistant/),
      expect.stringMatching(/^ {6}it said: It's a fair worry/),
      expect.stringMatching(/^ {6}it said: Some women/),
      expect.stringMatching(/^ {6}it said: Each squeeze/),
      expect.stringMatching(/^ {6}it said: Tell the mammographer/),
      expect.stringMatching(/^ {6}it said: You are in charge/),
      expect.stringMatching(/^ {6}it said: Did that help/),
      expect.stringMatching(/^ {6}it said: \[Yes, thank you \| /),
      '      escalated: nothing',
      '✗ <! automated',
      '  > I want to speak to a human',
      '✗ escalated: nothing',
      expect.stringMatching(/^ {6}it said: I have passed this conversation/),
      expect.stringMatching(/^ {6}it said: If you need someone sooner/),
      expect.stringMatching(/^ {6}it said: It helps them/),
      expect.stringMatching(/^ {6}it said: \[An appointment \| /),
      '      escalated: asked',
    ])
  })

  test.each([
    ['where the order is another', ['> does it hurt', "< It's a fair worry", '< Hello']],
    ['where a choice is missing', ['> hello', '< [Book an appointment | What happens? | Does it hurt?]']],
    ['where a choice among others is missing', ['> hello', '< [… | Where and parking]']],
    ['where it should be silent', ['> hello', '< (nothing)']],
    ['where it should speak', ['> does it hurt', 'edit: does it hurt?', '< It']],
    ['where nobody was called', ['> hello', 'escalated: asked']],
    ['where nothing was noted', ['> hello', 'note: x']],
  ])('%s', async (_, lines) => {
    expect(await play(...lines)).toContain(`✗ ${lines.at(-1)}`)
  })

  test.each(['hello', '>hello', 'tap:', 'wait: long', 'send: parcel', 'escalate: asked', '<hello'])(
    'is not read where a line says "%s"',
    (line) => {
      expect(() => play(line)).toThrow()
    },
  )

  test('is not read without a time and its zone', () => {
    expect(() => readTranscript('about: x\nnow: 2026-11-23T10:00\ntalk: |\n  > hello\n')).toThrow('Europe/London')
  })
})
