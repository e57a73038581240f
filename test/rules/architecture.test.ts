import { describe, expect, test } from '@jest/globals'
import { adapterViolations, dialogViolations, lengthViolations, moduleViolations, nameViolations } from './lib/architectureRules.ts'
import { findCycles } from './lib/cycles.ts'
import { importsOf } from './lib/imports.ts'
import { filesUnder, projectFiles } from './lib/repository.ts'

const code = filesUnder(projectFiles(), ['src', 'dialogs', 'scripts', 'setup', 'test', 'bench'], ['.ts', '.mjs'])
const product = filesUnder(code, ['src', 'dialogs'], ['.ts'])
const imports = code.flatMap(importsOf)

describe('the code keeps to its architecture', () => {
  test('only the composition root names adapters', () => expect(adapterViolations(imports)).toEqual([]))
  test('dialogs take types, never code, from src', () => expect(dialogViolations(imports)).toEqual([]))
  test('modules know each other by types only', () => expect(moduleViolations(imports)).toEqual([]))
  test('there are no import cycles', () => expect(findCycles(imports)).toEqual([]))
  test('names say what is inside', () => expect(nameViolations(product)).toEqual([]))
  test('no source file grows past one idea', () =>
    expect(lengthViolations(filesUnder(code, ['src', 'dialogs', 'scripts', 'setup'], ['.ts', '.mjs']))).toEqual([]))
})

describe('the rules can fail', () => {
  const link = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly })

  test.each([
    ['src/booking/bookAppointment.ts', 'src/booking/postgresAppointments.ts'],
    ['src/main.ts', 'src/kernel/pinoLog.ts'],
    ['src/nlu/classify.ts', 'src/nlu/naturalStemmer.ts'],
    ['src/conversation/redisInbox.ts', 'src/conversation/postgresInbox.ts'],
    ['dialogs/root.ts', 'src/storage/pgBossJobs.ts'],
  ])('%s may not import the adapter %s, not even its type', (from, to) => {
    expect(adapterViolations([link(from, to, true)])).toHaveLength(1)
  })

  test.each([
    ['src/app.ts', 'src/booking/postgresAppointments.ts'],
    ['src/app/stores.ts', 'src/storage/redis.ts'],
    ['src/booking/postgresDiary.ts', 'src/booking/postgresRows.ts'],
    ['test/contract/diary.test.ts', 'src/booking/postgresDiary.ts'],
    ['src/nlu/classify.ts', 'src/nlu/naturally.ts'],
  ])('%s may import %s', (from, to) => {
    expect(adapterViolations([link(from, to)])).toEqual([])
  })

  test('a dialog may import a type from src and code from dialogs, not code from src', () => {
    expect(dialogViolations([link('dialogs/root.ts', 'src/kernel/clock.ts')])).toHaveLength(1)
    expect(dialogViolations([link('dialogs/root.ts', 'src/kernel/clock.ts', true), link('dialogs/root.ts', 'dialogs/form.ts')])).toEqual([])
  })

  test.each([
    ['src/booking/bookAppointment.ts', 'src/handoff/escalate.ts'],
    ['src/booking/bookAppointment.ts', 'src/http/handle.ts'],
    ['src/booking/bookAppointment.ts', 'dialogs/root.ts'],
    ['src/booking/bookAppointment.ts', 'src/app.ts'],
    ['src/kernel/log.ts', 'src/config/loadSettings.ts'],
    ['src/other.ts', 'src/config/loadSettings.ts'],
  ])('%s may import types, not code, from %s', (from, to) => {
    expect(moduleViolations([link(from, to)])).toHaveLength(1)
    expect(moduleViolations([link(from, to, true)])).toEqual([])
  })

  test.each([
    ['src/booking/bookAppointment.ts', 'src/booking/slots/free.ts'],
    ['src/booking/bookAppointment.ts', 'src/kernel/errors.ts'],
    ['src/channels/messenger/messengerRoutes.ts', 'src/http/handle.ts'],
    ['src/consoles/staff/inboxPage.ts', 'src/http/handle.ts'],
    ['src/app.ts', 'src/booking/bookAppointment.ts'],
    ['src/main.ts', 'src/config/loadSettings.ts'],
  ])('%s may import code from %s', (from, to) => {
    expect(moduleViolations([link(from, to)])).toEqual([])
  })

  test('a cycle is found, of types too, and named by its way round', () => {
    const cycle = [link('a.ts', 'b.ts'), link('b.ts', 'c.ts', true), link('c.ts', 'b.ts'), link('a.ts', 'c.ts')]
    expect(findCycles(cycle)).toEqual(['b.ts → c.ts → b.ts'])
    expect(findCycles(cycle.filter(({ from }) => from !== 'c.ts'))).toEqual([])
  })

  test('a vague name is found', () => {
    const paths = [
      'dateUtils.ts',
      'src/nlu/helpers.ts',
      'src/commonTypes.ts',
      'slotManager.ts',
      'BookingService.ts',
      'src/content/serviceFacts.ts',
    ]
    expect(nameViolations(paths.map((path) => ({ path, text: '' })))).toHaveLength(5)
  })

  test('a file of 251 lines is found, one of 250 is not', () => {
    const files = [251, 250].map((lines) => ({ path: `${lines}.ts`, text: 'line\n'.repeat(lines) }))
    expect(lengthViolations(files)).toEqual([expect.stringContaining('251.ts has 251 lines')])
  })

  test('every way to import is seen', () => {
    const text = `
      import type { A } from './a.ts'
      import { type B } from '../b.ts'
      export * from './c.ts'
      export type { D } from './d.ts'
      import './e.ts'
      const f = await import('./f.ts')
      type G = import('./g.ts').G
      import { readFile } from 'node:fs'
      // import { h } from './h.ts'
      const i = "import { i } from './i.ts'"`
    const seen = importsOf({ path: 'src/x/y.ts', text }).map(({ to, typeOnly }) => `${to}${typeOnly ? ' (type)' : ''}`)
    expect(seen.sort()).toEqual([
      'src/b.ts',
      'src/x/a.ts (type)',
      'src/x/c.ts',
      'src/x/d.ts (type)',
      'src/x/e.ts',
      'src/x/f.ts',
      'src/x/g.ts (type)',
    ])
  })
})
