import { TestEnvironment } from 'jest-environment-node'

/** Native code knows arrays by the constructors of the process, of which Jest gives every test file copies. */
export default class extends TestEnvironment {
  constructor(...args) {
    super(...args)
    Object.assign(this.global, { Float32Array, BigInt64Array })
  }
}
