import type { Finding } from './finding.ts'

const SHORTEST = 10

/**
 * The findings with each secret that got into one after all blotted out. A short one may be a
 * word of our own sentences, and blotting that out would tell it: it is left.
 */
export function withoutSecrets(findings: Finding[], secrets: (string | undefined)[]): Finding[] {
  const forms = secrets.flatMap((secret) => (secret && secret.length >= SHORTEST ? [secret, encodeURIComponent(secret)] : []))
  const clean = (text: string) => forms.reduce((rest, secret) => rest.replaceAll(secret, '(secret)'), text)
  return findings.map(({ advice, says, ...finding }) => ({
    ...finding,
    says: clean(says),
    ...(advice === undefined ? {} : { advice: clean(advice) }),
  }))
}
