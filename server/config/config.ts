/** The parts of the process that `--services=` can switch on; all by default. */
export const serviceNames = ['web', 'realtime', 'collab', 'jobs'] as const
export type ServiceName = (typeof serviceNames)[number]

export type DatabaseConfig = { kind: 'embedded' } | { kind: 'external'; url: string }

export type BusConfig = { kind: 'in-process' } | { kind: 'redis'; url: string }

export type StorageConfig =
  | { kind: 'local'; folder: string }
  | {
      kind: 's3'
      bucket: string
      region: string
      /** Absent: the storage provider's own address for the region. */
      endpoint: string | undefined
      accessKeyId: string
      secretAccessKey: string
    }

/** Where letters are handed over, and whom they come from. */
export interface MailConfig {
  /** smtp: or smtps:, with user and password. */
  url: string
  from: string
}

export type SecretConfig = { kind: 'given'; value: string } | { kind: 'kept-in-data-folder' }

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

/** Everything that the environment and the command line decide, checked. Paths are absolute. */
export interface Config {
  mode: 'production' | 'development'
  services: ReadonlySet<ServiceName>
  /** `--lan`: HTTPS with an own certificate, and the machine's address announced. */
  lan: boolean
  http: {
    host: string
    /** 0: a free one. */
    port: number
    /** The address that people open; `undefined`: made from the address that is listened on. */
    publicUrl: URL | undefined
  }
  dataDir: string
  database: DatabaseConfig
  bus: BusConfig
  storage: StorageConfig
  media: {
    /** Worker n listens on `firstPort + n`, UDP and TCP. */
    firstPort: number
    /** What browsers are told to send to; `undefined`: found out at start. */
    announcedAddress: string | undefined
    /** `undefined`: one per processor. */
    workerCount: number | undefined
  }
  /** Null: no letters are sent. */
  mail: MailConfig | null
  /** A ClamAV daemon; null: files are not looked at. */
  clamd: { host: string; port: number } | null
  /** Whether an empty database is filled with the demo city. */
  demo: boolean
  secret: SecretConfig
  logLevel: LogLevel
}

/** Not a valid configuration. `faults` names every one of them, each in one line a reader can act on. */
export class ConfigFault extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`${faults.length} faults in the configuration`)
    this.name = 'ConfigFault'
    this.faults = faults
  }
}
