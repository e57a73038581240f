import { DockerfileParser, type JSONInstruction } from 'dockerfile-ast'

/** What the container files have to agree with. */
export type Deployed = {
  /** The environment names of the settings. */
  settings: string[]
  nodeMajor: number
  /** What package.json's start ends in. */
  program: string
  port: number
  /** Paths that the service answers about its health. */
  healthPaths: string[]
  /** Folders and files at the root that the running service reads. */
  needed: string[]
  /** How long the service may take to stop, in seconds. */
  stopSeconds: number
}

type Settings = Record<string, string>
type Service = {
  image?: string
  build?: unknown
  environment?: Settings
  ports?: string[]
  volumes?: string[]
  healthcheck?: unknown
  restart?: string
  stop_grace_period?: string
  read_only?: boolean
  depends_on?: Record<string, { condition: string }>
}
export type Compose = { services: Record<string, Service>; volumes?: Record<string, unknown> }

/** Where the Dockerfile and the project disagree. */
export function dockerfileViolations(text: string, project: Deployed): string[] {
  const dockerfile = DockerfileParser.parse(text)
  const stages = dockerfile.getFROMs()
  const names = stages.map((stage) => stage.getBuildStage())
  const instructions = dockerfile.getInstructions()
  const last = instructions.slice(instructions.findLastIndex((instruction) => instruction.getKeyword() === 'FROM'))
  const argumentsOf = (keyword: string) => last.filter((one) => one.getKeyword() === keyword).map((one) => one.getArgumentsContent() ?? '')
  const command = dockerfile.getCMDs().at(-1)
  const installs = instructions.map((one) => one.getArgumentsContent() ?? '').filter((content) => content.startsWith('npm '))
  const health = argumentsOf('HEALTHCHECK').join()
  const copied = argumentsOf('COPY').map((content) => content.split(' ').at(-1) ?? '')
  const environment = dockerfile.getENVs().flatMap((one) => one.getProperties().map((property) => property.getName()))

  return [
    ...stages
      .filter((stage) => !names.includes(stage.getImage()) && majorOf(stage.getImageTag()) !== project.nodeMajor)
      .map((stage) => `FROM ${stage.getImage()} is not pinned to node ${project.nodeMajor}.`),
    ...environment.filter((name) => !project.settings.includes(name)).map((name) => `ENV ${name} is no setting.`),
    ...(installs.length > 0 && installs.every((one) => one.startsWith('npm install --no-save '))
      ? []
      : ['npm does not install by the lock file.']),
    ...(commandOf(command) === `node ${project.program}` ? [] : [`CMD is not node ${project.program}.`]),
    ...(/^[1-9]/.test(argumentsOf('USER').at(-1) ?? '') ? [] : ['USER is not a number other than 0.']),
    ...(argumentsOf('EXPOSE').join() === String(project.port) ? [] : [`EXPOSE is not ${project.port}.`]),
    ...(project.healthPaths.some((path) => health.includes(`'${path}'`)) ? [] : ['HEALTHCHECK asks for no path that there is.']),
    ...project.needed.filter((name) => !copied.includes(name)).map((name) => `COPY leaves out ${name}.`),
  ]
}

/** Where the images keep what must outlive their container; PostgreSQL's since its version 18. */
const dataFolders: Settings = { postgres: '/var/lib/postgresql', redis: '/data' }

/** Where compose.yaml and the project disagree. `service` is the one that is built here, the others are its stores. */
export function composeViolations({ services, volumes: declared = {} }: Compose, project: Deployed): string[] {
  const { service = {}, ...others } = services
  const { environment = {}, ports = [], depends_on: waitsFor = {} } = service
  const stores = Object.entries(others)
  const isKept = ({ image = '', volumes = [] }: Service) =>
    volumes
      .map((volume) => volume.split(':'))
      .some(([name = '', folder]) => name in declared && folder === dataFolders[image.split(':')[0] ?? ''])
  const unpublished = ports.length === 1 && ports[0] === `127.0.0.1:${project.port}:${environment.PORT}`
  return [
    ...Object.keys(environment)
      .filter((name) => !project.settings.includes(name))
      .map((name) => `${name} is no setting.`),
    ...Object.entries(services)
      .filter(([, { restart }]) => restart !== 'unless-stopped')
      .map(([name]) => `${name} is not started again.`),
    ...stores.filter(([, { image }]) => !majorOf(image?.split(':')[1])).map(([name]) => `${name} is not pinned to a major version.`),
    ...stores.filter(([, { healthcheck }]) => !healthcheck).map(([name]) => `${name} has no health check.`),
    ...stores.filter(([, store]) => !isKept(store)).map(([name]) => `${name} forgets what it holds.`),
    ...stores.filter(([name]) => waitsFor[name]?.condition !== 'service_healthy').map(([name]) => `service does not wait for ${name}.`),
    ...stores.filter(([, store]) => store.ports).map(([name]) => `${name} is open to the outside.`),
    ...(unpublished ? [] : ['service is not published on 127.0.0.1 alone.']),
    ...(secondsIn(service.stop_grace_period) > project.stopSeconds ? [] : [`service gets no more than ${project.stopSeconds} s to stop.`]),
    ...(service.read_only ? [] : ["service can write to the image's files."]),
  ]
}

/** What a setting of compose.yaml becomes when `.env` holds `variables`; throws as Docker Compose does when a needed one is missing. */
export function interpolate(text: string, variables: Settings): string {
  return text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_all, name: string, kind: string | undefined, rest = '') => {
    if (variables[name]) return variables[name]
    if (kind === '?') throw new Error(rest)
    return kind === '-' ? rest : ''
  })
}

function commandOf(command: JSONInstruction | undefined): string {
  const words = command?.getJSONStrings().map((word) => JSON.parse(word.getValue())) ?? []
  return words.join(' ')
}

/** 24 of `24`, `24.1` or `24-bookworm`; undefined of `latest` and of nothing. */
function majorOf(tag: string | null | undefined): number | undefined {
  const major = /^(\d+)(?![\w])/.exec(tag ?? '')?.[1]
  return major ? Number(major) : undefined
}

function secondsIn(duration = ''): number {
  const [, amount = '0', unit] = /^(\d+)(s|m)$/.exec(duration) ?? []
  return Number(amount) * (unit === 'm' ? 60 : 1)
}
