import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Sealer } from '../../kernel/sealer.ts'
import type { Tables } from '../../storage/postgres/tables.ts'

/** Few enough for a statement's time. */
const PIECE = 512 * 1024

const contextOf = (id: string, nth: number): string => `import ${id} piece ${nth}`

export async function keepPieces(trx: Kysely<Tables>, sealer: Sealer, id: string, file: Uint8Array): Promise<void> {
  const whole = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  for (let nth = 0; nth * PIECE < whole.length; nth++) {
    // As latin1 each byte is a character, whatever the file's own encoding.
    const piece = whole.subarray(nth * PIECE, (nth + 1) * PIECE).toString('latin1')
    await trx
      .insertInto('import_pieces')
      .values({ import_id: id, nth, sealed: sealer.seal(piece, contextOf(id, nth)) })
      .execute()
  }
}

/** The file piece by piece; throws at the end when it is not the one that was sent. */
export async function* readPieces(db: Kysely<Tables>, sealer: Sealer, id: string, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for (let nth = 0; ; nth++) {
    const row = await db.selectFrom('import_pieces').where('import_id', '=', id).where('nth', '=', nth).select('sealed').executeTakeFirst()
    if (!row) break
    const piece = Buffer.from(sealer.open(row.sealed, contextOf(id, nth)), 'latin1')
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256) throw new Error('The file is not the one that was sent.')
}
