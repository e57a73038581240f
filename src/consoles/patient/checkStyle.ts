import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../kernel/errors.ts'
import { createPageFile, type PageFile } from './pageFile.ts'

const file = fileURLToPath(new URL('../../../build/check.css', import.meta.url))

/** The pages' style sheet, read and compressed when it is first asked for. NOT_FOUND where it was not built. */
export function createCheckStyle() {
  let loaded: Promise<PageFile> | undefined

  function get(): Promise<PageFile> {
    loaded ??= readFile(file).then(
      (content) => createPageFile('text/css; charset=utf-8', content),
      (cause) => {
        loaded = undefined
        throw new AppError('NOT_FOUND', 'check.css is missing: npm run build:pages', { cause })
      },
    )
    return loaded
  }
  return {
    get,
    /** Changes with the content. */
    address: async () => `/assets/check.css?v=${(await get()).hash}`,
  }
}
