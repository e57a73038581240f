import { describe, expect, test } from '@jest/globals'
import { hygieneViolations } from './lib/hygieneRules.ts'
import { projectFiles } from './lib/repository.ts'

test('no file holds what does not belong in a clone', () => expect(hygieneViolations(projectFiles())).toEqual([]))

describe('the rules can fail', () => {
  // Joined here, so that this file does not break the rules itself.
  test.each([
    ['docs/x.md', ['See ', '/work', '/main/src']],
    ['docs/x.md', ['See ..', '/shared', '/notes.md']],
    ['docs/x.md', ['as ', 'DESIGN', '.md says']],
    ['src/x.ts', ['// issue', ' #12']],
    ['src/x.ts', ['// see issue', ' 12']],
    ['.npmrc', ['registry', '=https://example.org']],
    ['README.md', ['from registry', '.example.org']],
    ['package-lock.json', ['"resolved"', ': "https://example.org/x.tgz"']],
    ['src/x.ts', ['// TO', 'DO later']],
    ['src/x.ts', ['// FIX', 'ME']],
    ['test/x.test.ts', ['test.', 'only(']],
    ['test/x.test.ts', ['describe.', 'skip(']],
    ['test/x.test.ts', ['x', "it('"]],
  ])('in %s', (path, parts) => {
    expect(hygieneViolations([{ path, text: `fine\n${parts.join('')}\n` }])).toEqual([expect.stringContaining(`${path}:2 holds`)])
  })

  test('not for what only looks like it', () => {
    const text = 'src/shared/x.ts, https://example.org/work/x, an issue with the van, 3 issues, exit(1), todo, npm registry'
    expect(hygieneViolations([{ path: 'test/x.test.ts', text }])).toEqual([])
  })
})
