import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { createPageAssets } from '../pageAssets.ts'
import { staffFilters } from './staffFilters.ts'

const nhsukFrontend = dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'))
const here = dirname(fileURLToPath(import.meta.url))
const templates = [here, join(here, '../admin'), join(nhsukFrontend, 'dist')]

/** The console's templates, with the NHS's own components. Everything is escaped. */
function openTemplates(): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  })
  for (const [name, filter] of Object.entries(staffFilters)) environment.addFilter(name, filter)
  return environment
}

type Deps = {
  assets: ReturnType<typeof createPageAssets>
  facts: () => Promise<{ name: string; timeZone: string }>
  /** What waits, for the numbers in the navigation. */
  waiting: () => Promise<Record<string, number>>
}

/** Renders the console's pages: `page` a whole one in the layout, `fragment` a part of one. */
export function createRenderPage({ assets, facts, waiting }: Deps) {
  const environment = openTemplates()
  return {
    async page(template: string, values: object): Promise<string> {
      const [script, style, icon, { name: service, timeZone }, counts] = await Promise.all([
        assets.address('staff.js'),
        assets.address('staff.css'),
        assets.address('favicon.svg'),
        facts(),
        'account' in values ? waiting() : {},
      ])
      return environment.render(template, { script, style, icon, service, timeZone, counts, ...values }).trim()
    },
    fragment: (template: string, values: object): string => environment.render(template, values).trim(),
  }
}

export type RenderPage = ReturnType<typeof createRenderPage>
