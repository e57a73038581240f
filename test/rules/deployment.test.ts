import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { loadSettings } from '../../src/config/loadSettings.ts'
import { settingsSchema } from '../../src/config/settingsSchema.ts'
import { type Compose, composeViolations, type Deployed, dockerfileViolations, interpolate } from './lib/deploymentRules.ts'
import { root } from './lib/repository.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const packageJson = JSON.parse(read('package.json'))
const dockerfile = read('Dockerfile')
const composeText = read('compose.yaml')
const compose: Compose = parse(composeText)
const project: Deployed = {
  settings: Object.keys(settingsSchema.shape),
  nodeMajor: Number(/\d+/.exec(packageJson.devDependencies.node)?.[0]),
  program: packageJson.scripts.start.split(' ').at(-1),
  port: settingsSchema.parse({}).PORT,
  healthPaths: [...read('src/http/healthRoutes.ts').matchAll(/'(\/\w+)'/g)].map(([, path = '']) => path),
  needed: ['build', 'build/understanding', 'demo', 'dialogs', 'intents', 'models', 'node_modules', 'src'],
  stopSeconds: 20,
}
const secrets = { PUBLIC_URL: 'https://chat.example.org', POSTGRES_PASSWORD: 'a'.repeat(48), SECRET_KEY: 'k'.repeat(44) }

/** The settings that the service of compose.yaml starts with, `.env` being `variables`. */
function settingsWith(variables: Record<string, string>) {
  const environment = Object.entries(compose.services.service?.environment ?? {})
  return loadSettings({ ...variables, ...Object.fromEntries(environment.map(([name, value]) => [name, interpolate(value, variables)])) })
}

describe('the container files are true', () => {
  test('the Dockerfile builds and runs what the project is', () => expect(dockerfileViolations(dockerfile, project)).toEqual([]))

  test('compose.yaml runs it safely, on stores that keep what they hold', () => expect(composeViolations(compose, project)).toEqual([]))

  test('three settings in .env are enough, and reach the service', () => {
    const settings = settingsWith(secrets)
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 3978, publicUrl: secrets.PUBLIC_URL, secretKeys: [secrets.SECRET_KEY] })
    expect(new URL(settings.databaseUrl ?? '')).toMatchObject({ hostname: 'postgres', password: secrets.POSTGRES_PASSWORD })
    expect(JSON.stringify(settings.redisUrls)).toContain('redis://redis:6379')
  })

  test.each(Object.keys(secrets))('without %s nothing starts', (name) =>
    expect(() => settingsWith({ ...secrets, [name]: '' })).toThrow(`Set ${name} in .env`),
  )

  test('the reverse proxy is believed, and as many more as .env says', () => {
    expect(settingsWith(secrets).trustedProxies).toBe(1)
    expect(settingsWith({ ...secrets, TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
  })

  test('.env cannot lead the service away from its stores', () =>
    expect(settingsWith({ ...secrets, DATABASE_URL: 'postgres://elsewhere/x', HOST: '127.0.0.1', PORT: '1' })).toEqual(
      settingsWith(secrets),
    ))

  test('the image is made from what the Dockerfile copies, and from nothing else', () => {
    const lines = read('.dockerignore').split('\n')
    const [first, ...kept] = lines.filter((line) => line && !line.startsWith('#'))
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '))
    const outermost = sources.filter((path) => !sources.some((other) => path.startsWith(`${other}/`)))
    expect(first).toBe('*')
    expect(kept.sort()).toEqual([...new Set(outermost)].sort().map((path) => `!${path}`))
  })

  test('of the runtimes of onnxruntime-node, the image keeps that of its own platform alone', () => {
    const removal = /^RUN (find .*onnxruntime-node.*)$/m.exec(dockerfile)?.[1] ?? ''
    const bin = 'node_modules/onnxruntime-node/bin'
    const platforms = () => readdirSync(join(folder, bin), { recursive: true }).filter((path) => String(path).split('/').length === 3)
    const folder = mkdtempSync(join(tmpdir(), 'runtimes-'))
    for (const path of readdirSync(join(root, bin), { recursive: true, withFileTypes: true }))
      if (path.isDirectory()) mkdirSync(join(folder, bin, path.parentPath.slice(join(root, bin).length), path.name), { recursive: true })
    expect(platforms().length).toBeGreaterThan(2)
    execFileSync('sh', ['-c', removal], { cwd: folder })
    expect(platforms()).toEqual([expect.stringMatching(`^[^/]+/linux/${process.arch}$`)])
  })

  test('the image is made with the sentence model, or not at all', () => {
    const run = [...dockerfile.matchAll(/^RUN (node .*)$/gm)].map(([, line]) => line)
    expect(run).toEqual(expect.arrayContaining(['node setup.mjs --sentence-model-only', 'node scripts/learnPack.ts --with-meaning']))
    expect(read('setup.mjs')).toContain("'--sentence-model-only'")
    expect(read('scripts/learnPack.ts')).toContain("'--with-meaning'")
  })
})

describe('the reverse proxy of docs/deploy.md lets through what the service needs', () => {
  const proxy = /^```nginx\n([\s\S]*?)^```/m.exec(read('docs/deploy.md'))?.[1] ?? ''
  const locations = [...proxy.matchAll(/location ~ (\S+) \{([^}]*)\}/g)].map(([, path = '', body = '']) => ({
    path: new RegExp(path),
    body,
  }))
  const at = (path: string) => locations.find((location) => location.path.test(path))?.body

  test("Meta's largest call", () => {
    const [, megabytes] = /const bodyLimit = (\d+) \* 1024 \* 1024/.exec(read('src/channels/messenger/webhookRoutes.ts')) ?? []
    expect(Number(/client_max_body_size (\d+)m/.exec(proxy)?.[1])).toBeGreaterThan(Number(megabytes))
  })

  test('the stream of the web chat, for longer than it is silent', () => {
    const [, milliseconds] = /ping: ([\d_]+)/.exec(read('src/channels/directline/streamUpgrade.ts')) ?? []
    const stream = at('/v3/directline/conversations/6f1c-a/stream') ?? ''
    expect(stream).toContain('proxy_set_header Upgrade $http_upgrade;')
    expect(Number(/proxy_read_timeout (\d+)s/.exec(stream)?.[1]) * 1000).toBeGreaterThan(2 * Number(milliseconds?.replace('_', '')))
  })

  test('to the right port, and not to what is for operators', () => {
    const ports = [...proxy.matchAll(/proxy_pass http:\/\/127\.0\.0\.1:(\d+);/g)].map(([, port]) => Number(port))
    expect(new Set(ports)).toEqual(new Set([project.port]))
    for (const path of ['/metrics', '/readyz']) expect(at(path)).toContain('deny all;')
    for (const path of ['/chat', '/webhooks/messenger', '/v3/directline/conversations']) expect(at(path)).toBeUndefined()
  })
})

describe('the rules can fail', () => {
  test.each([
    ['FROM node:24-bookworm-slim AS packages', 'FROM node:latest AS packages'],
    ['FROM node:24-bookworm-slim\n', 'FROM node:22-bookworm-slim\n'],
    ['DATA_DIR=/data', 'DATA_FOLDER=/data'],
    ['npm install --no-save --omit=dev', 'npm ci --omit=dev'],
    ['"src/main.ts"]', '"src/index.ts"]'],
    ['USER 1000:1000', ''],
    ['USER 1000:1000', 'USER root'],
    ['EXPOSE 3978', 'EXPOSE 3000'],
    ["'/healthz'", "'/health'"],
    ['COPY intents intents\n#', '#'],
    ['COPY --from=understanding /app/models models', ''],
    ['COPY --from=understanding /app/build/understanding build/understanding', ''],
  ])('for a Dockerfile with other than %s', (right, wrong) => {
    expect(dockerfile).toContain(right)
    expect(dockerfileViolations(dockerfile.replace(right, wrong), project)).toHaveLength(1)
  })

  test.each([
    ['image: redis:8-bookworm', 'image: redis:latest', 'redis is not pinned to a major version.'],
    ['image: postgres:18-bookworm', 'image: postgres', 'postgres is not pinned to a major version.'],
    ['HOST: 0.0.0.0', 'HOSTS: 0.0.0.0', 'HOSTS is no setting.'],
    ['restart: unless-stopped', 'restart: "no"', 'service is not started again.'],
    ['- redis:/data', '- gone:/data', 'redis forgets what it holds.'],
    ['- postgres:/var/lib/postgresql', '- postgres:/var/lib/postgresql/data', 'postgres forgets what it holds.'],
    ['healthcheck:', 'health:', 'postgres has no health check.'],
    ['command: [redis-server', 'ports: ["6379:6379"]\n    command: [redis-server', 'redis is open to the outside.'],
    ['redis: { condition: service_healthy }', 'redis: { condition: service_started }', 'service does not wait for redis.'],
    ['"127.0.0.1:3978:3978"', '"3978:3978"', 'service is not published on 127.0.0.1 alone.'],
    ['PORT: "3978"', 'PORT: "80"', 'service is not published on 127.0.0.1 alone.'],
    ['stop_grace_period: 30s', 'stop_grace_period: 20s', 'service gets no more than 20 s to stop.'],
    ['read_only: true', 'read_only: false', "service can write to the image's files."],
  ])('for a compose.yaml with other than %s', (right, wrong, violation) => {
    expect(composeText).toContain(right)
    expect(composeViolations(parse(composeText.replace(right, wrong)), project)).toEqual([violation])
  })
})
