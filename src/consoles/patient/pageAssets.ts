import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../kernel/errors.ts'
import { createPageFile, type PageFile } from './pageFile.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const nhsukFrontend = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))

const sources = {
  'chat.js': { file: join(root, 'build/chat.js'), type: 'text/javascript; charset=utf-8' },
  'chat.css': { file: join(root, 'build/chat.css'), type: 'text/css; charset=utf-8' },
  'favicon.svg': { file: join(nhsukFrontend, 'dist/nhsuk/assets/images/favicon.svg'), type: 'image/svg+xml' },
} as const

export type AssetName = keyof typeof sources
export const assetNames = Object.keys(sources) as AssetName[]

/** The page's files, each read and compressed when it is first asked for. NOT_FOUND for one that was not built. */
export function createPageAssets() {
  const loaded = new Map<AssetName, Promise<PageFile>>()

  function get(name: AssetName): Promise<PageFile> {
    const known = loaded.get(name) ?? load(name)
    loaded.set(name, known)
    known.catch(() => loaded.delete(name))
    return known
  }
  return {
    get,
    /** An address that changes with the content, so that browsers may keep what it leads to for ever. */
    async address(name: AssetName): Promise<string> {
      return `/assets/${name}?v=${(await get(name)).hash}`
    },
  }
}

async function load(name: AssetName): Promise<PageFile> {
  const { file, type } = sources[name]
  try {
    return createPageFile(type, await readFile(file))
  } catch (cause) {
    throw new AppError('NOT_FOUND', `${name} is missing: npm run build:pages`, { cause })
  }
}
