import { createPostgresModels } from '../nlu/postgresModels.ts'
import type { Stores } from './openStores.ts'

/** Where processes find what one of them has learnt; one that is alone keeps its own files. */
export const sharedModels = ({ database: { db, exclusive } }: Pick<Stores, 'database'>) =>
  exclusive ? undefined : createPostgresModels(db)
