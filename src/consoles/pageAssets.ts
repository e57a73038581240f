import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Server } from 'restify'
import type { Handle } from '../http/handle.ts'
import type { RateLimit } from '../http/rateLimit.ts'
import { AppError } from '../kernel/errors.ts'
import { createPageFile, type PageFile, sendPageFile } from './pageFile.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const nhsukFrontend = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))

const script = (name: string) => ({ file: join(root, 'build', name), type: 'text/javascript; charset=utf-8' })
const style = (name: string) => ({ file: join(root, 'build', name), type: 'text/css; charset=utf-8' })

const sources = {
  'chat.js': script('chat.js'),
  'chat.css': style('chat.css'),
  'check.css': style('check.css'),
  'staff.js': script('staff.js'),
  'staff.css': style('staff.css'),
  'favicon.svg': { file: join(nhsukFrontend, 'dist/nhsuk/assets/images/favicon.svg'), type: 'image/svg+xml' },
} as const

export type AssetName = keyof typeof sources

const forEver = 'public, max-age=31536000, immutable'

/** What the pages load, each file read and compressed when it is first asked for. NOT_FOUND for one that was not built. */
export function createPageAssets() {
  const loaded = new Map<AssetName, Promise<PageFile>>()

  function get(name: AssetName): Promise<PageFile> {
    const known = loaded.get(name) ?? load(name)
    loaded.set(name, known)
    known.catch(() => loaded.delete(name))
    return known
  }
  return {
    /** An address that changes with the content, so that browsers may keep what it leads to for ever. */
    address: async (name: AssetName): Promise<string> => `/assets/${name}?v=${(await get(name)).hash}`,

    /** GET `/assets/…` for these. */
    routes: (names: AssetName[], handle: Handle, limit: RateLimit) => (server: Server) => {
      for (const name of names)
        server.get(
          `/assets/${name}`,
          handle(async (req, res) => {
            await limit.byAddress(req, 'page')
            const file = await get(name)
            sendPageFile(req, res, file, req.query.v === file.hash ? forEver : 'no-cache')
          }),
        )
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
