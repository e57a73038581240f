/** A file of a pack: where it lies in its folder, `breast/does_it_hurt.yaml`, and what it says, byte for byte. */
export type PackFile = { path: string; yaml: string }

/** What a file is named after: the id of what it holds. */
export const idOfPath = (path: string): string => path.slice(path.indexOf('/') + 1).replace(/\.yaml$/, '')

/** The folder in which it lies. */
export const folderOfPath = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/')))
