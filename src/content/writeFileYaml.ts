import { stringify } from 'yaml'

/** Writes what a file of a pack holds, in the one way in which all of them are written, so that a change shows as what it is. */
export const writeFileYaml = (content: object): string => stringify(content, { lineWidth: 0, singleQuote: true })
