import { describe, expect, test } from '@jest/globals'
import { subscribedFields } from '../../src/channels/messenger/pageSubscription.ts'
import { settingsSchema } from '../../src/config/settingsSchema.ts'
import { errorTable } from '../../src/kernel/errorTable.ts'
import { commandViolations, exampleViolations, type Project, pathViolations, tableViolations } from './lib/docsRules.ts'
import { projectFiles, projectPaths } from './lib/repository.ts'

const files = projectFiles()
const paths = files.map(({ path }) => path)
const guides = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...paths.filter((path) => /^docs\/[^/]+\.md$/.test(path))]
const readmes = paths.filter((path) => /^src\/.*README\.md$/.test(path))
const packageJson = JSON.parse(read('package.json').text)
const project: Project = {
  paths: projectPaths(),
  scripts: Object.keys(packageJson.scripts),
  packages: Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }),
  made: read('.gitignore')
    .text.split('\n')
    .map((line) => line.replace(/\/$/, ''))
    .filter(Boolean),
}

describe('the documents are true', () => {
  test.each([...guides, ...readmes])('%s names only paths that exist', (path) => expect(pathViolations(read(path), project)).toEqual([]))
  test.each([...guides, ...readmes])('%s names only commands that exist', (path) =>
    expect(commandViolations(read(path), project)).toEqual([]),
  )

  test('ARCHITECTURE.md has a table, headed "code", of the error codes', () =>
    expect(tableViolations(read('ARCHITECTURE.md'), 'code', Object.keys(errorTable), 'src/kernel/errorTable.ts')).toEqual([]))

  test('README.md names the fields that the service subscribes the page to, and no other', () => {
    const step = /^\d+\. Subscribe the page to ([\s\S]*?)\./m.exec(read('README.md').text)?.[1] ?? ''
    expect([...step.matchAll(/`(\w+)`/g)].map(([, field]) => field).sort()).toEqual([...subscribedFields].sort())
  })

  const settings = Object.keys(settingsSchema.shape)
  test('README.md has a table, headed "setting", of the settings', () =>
    expect(tableViolations(read('README.md'), 'setting', settings, 'src/config/settingsSchema.ts')).toEqual([]))
  test('.env.example lists the settings', () =>
    expect(exampleViolations(read('.env.example'), settings, 'src/config/settingsSchema.ts')).toEqual([]))
  test('every setting is described', () => {
    const undescribed = Object.entries(settingsSchema.shape).filter(([, setting]) => !setting.meta()?.description)
    expect(undescribed.map(([name]) => name)).toEqual([])
  })
})

describe('the rules can fail', () => {
  const sample: Project = {
    paths: ['src/app.ts', 'src/nlu/README.md', 'src/nlu/classify.ts'],
    scripts: ['start'],
    packages: ['zod'],
    made: ['data'],
  }
  const document = (text: string) => ({ path: 'src/nlu/README.md', text })

  test.each(['`src/gone.ts`', '`gone.ts`', '`docs/`', '`./gone`', '[gone](../gone.md)', '`src/gone.ts:12`', '`datas/x`'])(
    'for the path %s',
    (text) => {
      expect(pathViolations(document(text), sample)).toHaveLength(1)
    },
  )

  test.each([
    '`src/app.ts`',
    '`classify.ts`',
    '`./classify.ts`',
    '`src/nlu/`',
    '[app](../app.ts#start)',
    '`src/app.ts:12`',
    '`data/key`',
    '`/healthz`',
    '`src/*.ts`',
    '`https://example.org/x.md`',
    '`application/json`',
    '`Europe/London`',
    '`zod/v4`',
    '`GET /gone/x`',
    '```\nsrc/gone.ts `src/gone.ts`\n```',
  ])('but not for %s', (text) => {
    expect(pathViolations(document(text), sample)).toEqual([])
  })

  test('for a command that does not exist', () => {
    expect(commandViolations(document('`npm start` and `npm run gone -- x`, `npm test`'), sample)).toHaveLength(2)
  })

  test('for a table with a row too many, too few, or twice', () => {
    const table = 'Text\n\n| Code | What |\n|---|:--|\n| `ONE` | x |\n| TWO | `x` |\n| `ONE` | x |\n\n| other |\n|---|\n| FOUR |'
    const violations = tableViolations(document(table), 'code', ['ONE', 'THREE'], 'the source')
    expect(violations).toEqual([expect.stringContaining('THREE'), expect.stringContaining('TWO'), expect.stringContaining('ONE twice')])
  })

  test('for an example with a setting too many or too few', () => {
    const violations = exampleViolations(document('# Port, as in x=1\nPORT=1\n# URL=\nGONE=\n'), ['PORT', 'URL', 'KEY'], 'the source')
    expect(violations).toEqual([expect.stringContaining('KEY'), expect.stringContaining('GONE')])
  })
})

function read(path: string): { path: string; text: string } {
  const file = files.find((known) => known.path === path)
  if (!file) throw new Error(`${path} is missing.`)
  return file
}
