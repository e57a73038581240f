import { posix } from 'node:path'
import { codeSpansAndLinks, firstColumn } from './markdown.ts'
import type { ProjectFile } from './repository.ts'

/** What the documents may name. */
export type Project = {
  /** Files of the repository. */
  paths: string[]
  /** Names of package.json's scripts. */
  scripts: string[]
  /** Names of the packages it depends on. */
  packages: string[]
  /** Folders and files that only running makes, from .gitignore. */
  made: string[]
}

const fileName = /^[\w.-]+\.(?:ts|mjs|js|json|md|ya?ml|njk|scss|css|csv|sql|sh|html)$/
const mediaType = /^(?:application|audio|font|image|message|multipart|text|video)\//

/** Paths in backticks or links that are not there. A bare file name may be anywhere in the project. */
export function pathViolations(document: ProjectFile, project: Project): string[] {
  const named = new Set(
    codeSpansAndLinks(document.text)
      .map(withoutPosition)
      .filter((text) => isPath(text, project)),
  )
  const missing = [...named].filter((path) => !exists(path, document, project))
  return missing.map((path) => `${document.path} names ${path}, which does not exist.`)
}

/** Commands that package.json does not have. */
export function commandViolations(document: ProjectFile, project: Project): string[] {
  const run = [...document.text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, script = '']) => script)
  const short = [...document.text.matchAll(/\bnpm (start|test)\b/g)].map(([, script = '']) => script)
  const missing = [...new Set([...run, ...short])].filter((script) => !project.scripts.includes(script))
  return missing.map((script) => `${document.path} names the command ${script}, which package.json does not have.`)
}

/** What the code has and the document's table does not, and the other way round. */
export function tableViolations(document: ProjectFile, heading: string, names: string[], source: string): string[] {
  return differences(document.path, firstColumn(document.text, heading), names, source)
}

/** The same for `.env.example`, where a setting may be commented out. */
export function exampleViolations(example: ProjectFile, names: string[], source: string): string[] {
  const listed = [...example.text.matchAll(/^#? ?([A-Za-z_]\w*)=/gm)].map(([, name = '']) => name)
  return differences(example.path, listed, names, source)
}

function differences(path: string, listed: string[], names: string[], source: string): string[] {
  return [
    ...names.filter((name) => !listed.includes(name)).map((name) => `${path} does not list ${name} of ${source}.`),
    ...listed.filter((name) => !names.includes(name)).map((name) => `${path} lists ${name}, which ${source} does not have.`),
    ...listed.filter((name, index) => listed.indexOf(name) !== index).map((name) => `${path} lists ${name} twice.`),
  ]
}

function withoutPosition(text: string): string {
  return text.replace(/:\d+(?:-\d+)?$/, '')
}

/** A slash or a known ending, and not one of the things that look the same: an address, a pattern, a route, a package, a time zone. */
function isPath(text: string, project: Project): boolean {
  if (text.startsWith('/') || /[\s*?{}<>$…|()[\]:@,"'=]/.test(text) || mediaType.test(text) || isTimeZone(text)) return false
  if (project.packages.some((name) => text === name || text.startsWith(`${name}/`))) return false
  return text.includes('/') || fileName.test(text)
}

function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

function exists(path: string, document: ProjectFile, project: Project): boolean {
  const fromRoot = posix.normalize(path).replace(/\/$/, '')
  const fromDocument = posix.join(posix.dirname(document.path), path).replace(/\/$/, '')
  if (project.made.some((made) => fromRoot === made || fromRoot.startsWith(`${made}/`))) return true
  if (!path.includes('/') && project.paths.some((known) => posix.basename(known) === path)) return true
  return project.paths.some((known) => [fromRoot, fromDocument].some((wanted) => known === wanted || known.startsWith(`${wanted}/`)))
}
