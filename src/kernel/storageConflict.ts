/** Somebody else wrote the value since it was read: its ETag is no longer the one given. Nothing was written. */
export class StorageConflict extends Error {
  constructor() {
    super('The stored value was changed in the meantime.')
    this.name = 'StorageConflict'
  }
}
