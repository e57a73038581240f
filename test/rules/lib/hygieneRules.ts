import type { ProjectFile } from './repository.ts'

type Rule = { what: string; pattern: RegExp; where?: RegExp }

/** What must stand nowhere, for a clone is read far from the place where it was written. */
const rules: Rule[] = [
  { what: 'a path of the machine it was written on', pattern: /(?<![\w.-])\/work\// },
  { what: 'a document that is not in the repository', pattern: /(?<![\w-])\/shared\/|\b(?:DESIGN|STYLE)\.md\b/ },
  { what: 'the number of a ticket', pattern: /\bissues? ?#|\bissues? (?:no\. ?)?\d+\b|\bissue[- ]tracker\b/i },
  { what: "a package registry's address", pattern: /\bregistry\.[\w-]+\.(?:com|org|net|io|dev|internal|local|cloud|uk)\b|\bnpmjs\./i },
  { what: "a package registry's address", pattern: /"resolved":\s*"https?:|\bregistry\s*=\s*["']?https?:/ },
  { what: 'something left to do', pattern: /\bTODO\b|\bFIXME\b/ },
  {
    what: 'a test that is left out, or leaves the others out',
    pattern: /\.(?:only|skip)\(|\b[xf](?:it|test|describe)\(/,
    where: /^test\//,
  },
]

/** One line for each place where a rule is broken: file, line number, and what stands there. */
export function hygieneViolations(files: ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const applying = rules.filter((rule) => rule.where?.test(path) ?? true)
    if (!applying.some((rule) => rule.pattern.test(text))) return []
    return text.split('\n').flatMap((line, index) => {
      const broken = applying.filter((rule) => rule.pattern.test(line))
      return broken.map((rule) => `${path}:${index + 1} holds ${rule.what}: ${line.trim().slice(0, 120)}`)
    })
  })
}
