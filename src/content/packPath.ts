import { folderOfPath } from './packFile.ts'
import { packFolders } from './readPackFolder.ts'

const folders: readonly string[] = packFolders
const name = /^[a-z_]+\/[A-Za-z0-9][A-Za-z0-9_-]*\.yaml$/

/** Whether a file of a pack may lie here: in one of its folders, and nowhere outside. */
export const isPackPath = (path: string): boolean => name.test(path) && folders.includes(folderOfPath(path))
