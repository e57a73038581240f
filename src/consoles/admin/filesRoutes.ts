import type { Audit } from '../../audit/audit.ts'
import type { Draft } from '../../content/draft.ts'
import type { Importing, SentPack } from '../../content/importing.ts'
import type { PackFile } from '../../content/packFile.ts'
import type { Publisher } from '../../content/publisher.ts'
import type { ZipRead } from '../../content/readPackZip.ts'
import type { SentFile } from '../../http/readFileForm.ts'
import type { Clock } from '../../kernel/clock.ts'
import { type Fault, fault, oneOf, shownFaults } from '../staff/personFields.ts'
import type { ConsoleRoutes, Visit } from '../staff/visit.ts'
import { seenIn } from './draftSeen.ts'
import { folderWords, kindWords } from './draftWords.ts'

type Deps = {
  routes: ConsoleRoutes
  draft: Pick<Draft, 'state'>
  publisher: Pick<Publisher, 'versions' | 'files'>
  importing: Importing
  /** What was sent, until somebody says that it is meant. */
  sent: { keep(value: SentPack): Promise<string>; look(token: string | undefined): Promise<SentPack | undefined> }
  readPackZip: (bytes: Uint8Array) => Promise<ZipRead>
  writePackZip: (files: readonly PackFile[], at: Date) => Promise<Buffer>
  /** Bytes of a zip. */
  limits: { zip: number }
  audit: Audit
  clock: Clock
}

const MOST_FAULTS = 50

const home = '/admin/files'

/** `/admin/files`: what the bot says as files of YAML, out of the service and back into its draft. */
export function filesRoutes({ routes, draft, publisher, importing, sent, readPackZip, writePackZip, limits, audit, clock }: Deps) {
  async function show(visit: Visit, { faults = [], refused, status = 200 }: Shown = {}): Promise<void> {
    const { version, draftHash, liveHash, changes } = await draft.state()
    await visit.page(
      'filesPage.njk',
      {
        version,
        changes: draftHash === liveHash ? 0 : changes.length,
        megabytes: Math.floor(limits.zip / 1_000_000),
        scope: visit.form.get('scope'),
        refused: refused?.slice(0, MOST_FAULTS),
        moreRefused: Math.max(0, (refused?.length ?? 0) - MOST_FAULTS),
        ...shownFaults(faults),
      },
      status,
    )
  }

  async function exportLive(visit: Visit): Promise<void> {
    const { version, live } = await draft.state()
    const [summary] = version === undefined ? [] : await publisher.versions({ before: version + 1, limit: 1 })
    await send(visit, live, version === undefined ? 'installed' : `version-${version}`, summary?.madeAt)
  }

  async function exportDraft(visit: Visit): Promise<void> {
    await send(visit, (await draft.state()).draft, 'draft')
  }

  async function send(visit: Visit, files: readonly PackFile[], name: string, at = clock.now().toJSDate()): Promise<void> {
    const zip = await writePackZip(files, at)
    await audit.note({
      account: visit.account,
      action: 'content.exported',
      subject: { kind: 'content', id: name },
      details: { files: files.length },
    })
    visit.res.sendRaw(200, zip, {
      'Cache-Control': 'no-store',
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="answers-${name}.zip"`,
    })
  }

  async function receive(visit: Visit, file: SentFile | undefined): Promise<void> {
    const scope = oneOf(visit.form.get('scope'), ['whole', 'part'] as const)
    const faults = [
      ...(file ? [] : [fault('file', 'Choose a zip file')]),
      ...(scope ? [] : [fault('scope-whole', 'Say what becomes of the files that are not in the zip')]),
    ]
    if (!file || !scope) return show(visit, { faults, status: 400 })
    const read = await readPackZip(file.bytes)
    if (read.kind === 'refused') return show(visit, { refused: read.faults, status: 400 })
    const token = await sent.keep({ by: visit.account.id, name: file.name.slice(0, 100), scope, files: read.files, left: read.left })
    visit.seeOther(`${home}/import/${token}`)
  }

  async function find(visit: Visit): Promise<SentPack | undefined> {
    const pack = await sent.look(visit.param('token'))
    return pack?.by === visit.account.id ? pack : undefined
  }

  async function preview(visit: Visit, pack: SentPack, trouble?: string): Promise<void> {
    const look = await importing.look(pack)
    await visit.page(
      'filesImport.njk',
      {
        ...look,
        scope: pack.scope,
        differences: look.differences.map((one) => ({ ...one, folderWords: folderWords(one.folder), kindWords: kindWords[one.kind] })),
        replaced: look.replaced.map(({ path, authors }) => ({ path, by: authors.map(({ firstName }) => firstName).join(', ') })),
        faults: undefined,
        refused: look.faults.slice(0, MOST_FAULTS),
        moreRefused: Math.max(0, look.faults.length - MOST_FAULTS),
        removed: look.differences.filter(({ kind }) => kind === 'removed').length,
        trouble,
      },
      trouble ? 409 : 200,
    )
  }

  async function keep(visit: Visit): Promise<void> {
    const seen = seenIn(visit.form)
    const pack = await find(visit)
    if (!pack) return gone(visit)
    const outcome = await importing.keep(visit.account, pack, seen)
    if (outcome === 'kept') return visit.seeOther('/admin/draft?done=imported')
    const isChanged = outcome === 'changedMeanwhile'
    await preview(
      visit,
      pack,
      isChanged ? 'The draft has changed since you looked. Nothing was kept. This is what would change now.' : 'Nothing was kept.',
    )
  }

  const gone = (visit: Visit) =>
    show(visit, { faults: [fault('file', 'What you sent is not kept any longer. Please choose the zip again')], status: 410 })

  const all = [
    routes.get(home, 'admin', (visit) => show(visit)),
    routes.get(`${home}/published.zip`, 'admin', exportLive),
    routes.get(`${home}/draft.zip`, 'admin', exportDraft),
    routes.postFile(`${home}/import`, 'admin', {
      longest: limits.zip,
      tooLarge: (visit) => {
        const most = Math.floor(limits.zip / 1_000_000)
        return show(visit, { faults: [fault('file', `The zip must be smaller than ${most} megabytes`)], status: 413 })
      },
      answer: receive,
    }),
    routes.get(`${home}/import/:token`, 'admin', async (visit) => {
      const pack = await find(visit)
      await (pack ? preview(visit, pack) : gone(visit))
    }),
    routes.post(`${home}/import/:token`, 'admin', keep),
  ]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

type Shown = { faults?: Fault[]; refused?: string[]; status?: number }
