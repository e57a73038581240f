import { posix } from 'node:path'
import type { Import } from './imports.ts'
import type { ProjectFile } from './repository.ts'

/** An adapter's file name begins with one of these. */
const technologies = ['postgres', 'redis', 'pglite', 'pgBoss', 'natural', 'pino', 'prom', 'onnx', 'eld', 'argon2', 'otpauth', 'openid']
const adapterName = new RegExp(`^(${technologies.join('|')})(?![a-z])`)
const vagueName = /[Uu]til|[Hh]elper|[Cc]ommon|(?:Manager|Service)\./
const longestFile = 250

/** Only the composition root knows adapters by name, and an adapter's neighbours of the same technology. */
export function adapterViolations(imports: Import[]): string[] {
  const violations = imports.filter(({ from, to }) => {
    const technology = adapterName.exec(posix.basename(to))?.[1]
    if (!technology || !isProduct(from) || namesAdapters(from)) return false
    const isNeighbour = posix.dirname(from) === posix.dirname(to)
    return !(isNeighbour && posix.basename(from).toLowerCase().includes(technology.toLowerCase()))
  })
  return violations.map(
    ({ from, to }) => `${from} imports ${to}: only src/app.ts names an adapter. Import the port (the type it implements) instead.`,
  )
}

/** Dialogs are words and order; what they use reaches them as arguments. */
export function dialogViolations(imports: Import[]): string[] {
  const violations = imports.filter(({ from, to, typeOnly }) => from.startsWith('dialogs/') && to.startsWith('src/') && !typeOnly)
  return violations.map(({ from, to }) => `${from} imports code from ${to}: dialogs take types, never code, from src. Use import type.`)
}

/** Modules know each other by types only, apart from the kernel, which is for all, and http, which is for routes. */
export function moduleViolations(imports: Import[]): string[] {
  const violations = imports.filter(({ from, to, typeOnly }) => {
    if (typeOnly || !from.startsWith('src/') || from === 'src/main.ts' || namesAdapters(from)) return false
    const [own, other] = [moduleOf(from), moduleOf(to)]
    if (own === other || other === 'kernel') return false
    return !(other === 'http' && (own === 'consoles' || from.endsWith('Routes.ts')))
  })
  return violations.map(
    ({ from, to }) =>
      `${from} imports code from ${to}, inside another module. Declare what it needs as a type of its own and let src/app.ts connect the two.`,
  )
}

/** A name that fits everything says nothing. */
export function nameViolations(files: ProjectFile[]): string[] {
  const violations = files.filter(({ path }) => vagueName.test(posix.basename(path)))
  return violations.map(({ path }) => `${path}: the name does not say what is inside. Name the file after its main export.`)
}

export function lengthViolations(files: ProjectFile[]): string[] {
  const lengths = files.map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
  const violations = lengths.filter(({ lines }) => lines > longestFile)
  return violations.map(({ path, lines }) => `${path} has ${lines} lines, more than ${longestFile}: it holds more than one idea.`)
}

/** What ships, as against what tries it out. */
function isProduct(path: string): boolean {
  return path.startsWith('src/') || path.startsWith('dialogs/')
}

/** The composition root. */
function namesAdapters(path: string): boolean {
  return path === 'src/app.ts' || path.startsWith('src/app/')
}

/** The first folder under src; outside src, the first folder. */
function moduleOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'src' ? second : first
}
