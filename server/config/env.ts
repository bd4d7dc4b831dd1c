import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseCommandLine } from './command-line.ts'
import { ConfigFault, type Config } from './config.ts'
import { parseStorageAddress } from './storage-address.ts'

const MIN_SECRET_CHARACTERS = 32
const MAX_PORT = 65_535

const port = ({ min, fallback }: { min: number; fallback: number }) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `应为 ${min} 到 ${MAX_PORT} 的整数。Must be a whole number from ${min} to ${MAX_PORT}.`)
    .transform(Number)
    .refine(
      (value) => value >= min && value <= MAX_PORT,
      `应在 ${min} 到 ${MAX_PORT} 之间。Must lie between ${min} and ${MAX_PORT}.`,
    )
    .default(fallback)

const urlOf = ({ schemes, example }: { schemes: readonly string[]; example: string }) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol),
      `应为这样的地址：${example}。Must be an address like ${example}.`,
    )

const hostName = z
  .string()
  .refine(
    (value) => isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value),
    '应为 IP 地址或主机名。Must be an IP address or a host name.',
  )

const environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], '应为 production 或 development。Must be production or development.')
    .default('production'),
  PORT: port({ min: 0, fallback: 3000 }),
  HOST: hostName.optional(),
  TONGKE_PUBLIC_URL: urlOf({ schemes: ['http:', 'https:'], example: 'https://tongke.example.edu.cn' })
    .transform((value) => new URL(value))
    .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '', '不能带路径。Must carry no path.')
    .optional(),
  DATABASE_URL: urlOf({
    schemes: ['postgres:', 'postgresql:'],
    example: 'postgresql://user:password@host:5432/tongke',
  }).optional(),
  REDIS_URL: urlOf({ schemes: ['redis:', 'rediss:'], example: 'redis://host:6379' }).optional(),
  TONGKE_MEDIA_PORT: port({ min: 1, fallback: 21_000 }),
  TONGKE_MEDIA_ANNOUNCED_ADDRESS: hostName.optional(),
  TONGKE_MEDIA_WORKERS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, '应为 1 到 999 的整数。Must be a whole number from 1 to 999.')
    .transform(Number)
    .optional(),
  TONGKE_SMTP_URL: urlOf({
    schemes: ['smtp:', 'smtps:'],
    example: 'smtp://user:password@smtp.example.edu.cn:587',
  }).optional(),
  TONGKE_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      '应为这样的发件人：同课 <tongke@example.edu.cn>。Must be a sender like this.',
    )
    .optional(),
  TONGKE_CLAMD_URL: urlOf({ schemes: ['tcp:'], example: 'tcp://localhost:3310' })
    .transform((value) => new URL(value))
    .refine((url) => url.hostname !== '' && url.port !== '', '要有主机名和端口。Must name host and port.')
    .optional(),
  TONGKE_DEMO: z.enum(['0', '1'], '应为 1 或 0。Must be 1 or 0.').optional(),
  TONGKE_SECRET: z
    .string()
    .min(MIN_SECRET_CHARACTERS, `至少 ${MIN_SECRET_CHARACTERS} 个字符。At least ${MIN_SECRET_CHARACTERS} characters.`)
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      '应为 trace、debug、info、warn、error、fatal 或 silent。Must be one of these.',
    )
    .default('info'),
})

export interface ConfigSurroundings {
  argv: readonly string[]
  /** Relative paths are meant from here. */
  cwd: string
}

/**
 * Pure. An empty variable counts as not set, as shells and compose files leave them.
 * @throws ConfigFault naming every fault at once
 */
export function loadConfig(env: Record<string, string | undefined>, { argv, cwd }: ConfigSurroundings): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  const flags = parseCommandLine(argv)
  const faults = 'faults' in flags ? [...flags.faults] : []
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`))

  // Judged on its own, so that its faults are listed beside the others'.
  const dataDir = resolve(cwd, given['TONGKE_DATA_DIR'] ?? 'data')
  const stored = parseStorageAddress(given['TONGKE_STORAGE'] ?? 'local', {
    dataDir,
    accessKeyId: given['TONGKE_S3_ACCESS_KEY_ID'],
    secretAccessKey: given['TONGKE_S3_SECRET_ACCESS_KEY'],
  })
  if ('faults' in stored) faults.push(...stored.faults)
  const [smtp, sender] = [given['TONGKE_SMTP_URL'], given['TONGKE_MAIL_FROM']]
  if ((smtp === undefined) !== (sender === undefined))
    faults.push('TONGKE_SMTP_URL、TONGKE_MAIL_FROM：要么都设，要么都不设。Set both or neither.')
  if (faults.length > 0 || !parsed.success || 'faults' in flags || 'faults' in stored) throw new ConfigFault(faults)

  const values = parsed.data
  const { lan, services } = flags.commandLine
  return {
    mode: values.NODE_ENV === 'development' ? 'development' : 'production',
    services,
    lan,
    http: {
      // Only this machine unless asked otherwise: over plain HTTP other machines get no camera, and passwords
      // would cross the network readable. --lan brings HTTPS and so opens up; behind a proxy loopback suffices.
      host: values.HOST ?? (lan ? '0.0.0.0' : '127.0.0.1'),
      port: values.PORT,
      publicUrl: values.TONGKE_PUBLIC_URL,
    },
    dataDir,
    database: values.DATABASE_URL === undefined ? { kind: 'embedded' } : { kind: 'external', url: values.DATABASE_URL },
    bus: values.REDIS_URL === undefined ? { kind: 'in-process' } : { kind: 'redis', url: values.REDIS_URL },
    storage: stored.storage,
    media: {
      firstPort: values.TONGKE_MEDIA_PORT,
      announcedAddress: values.TONGKE_MEDIA_ANNOUNCED_ADDRESS,
      workerCount: values.TONGKE_MEDIA_WORKERS,
    },
    mail:
      values.TONGKE_SMTP_URL === undefined || values.TONGKE_MAIL_FROM === undefined
        ? null
        : { url: values.TONGKE_SMTP_URL, from: values.TONGKE_MAIL_FROM },
    clamd:
      values.TONGKE_CLAMD_URL === undefined
        ? null
        : { host: values.TONGKE_CLAMD_URL.hostname, port: Number(values.TONGKE_CLAMD_URL.port) },
    // The embedded database is the shape for trying out, where an empty city would show nothing. Whoever brings a
    // database of their own is in earnest, and gets no accounts that they did not make.
    demo: values.TONGKE_DEMO === undefined ? values.DATABASE_URL === undefined : values.TONGKE_DEMO === '1',
    secret:
      values.TONGKE_SECRET === undefined
        ? { kind: 'kept-in-data-folder' }
        : { kind: 'given', value: values.TONGKE_SECRET },
    logLevel: values.LOG_LEVEL,
  }
}

/**
 * The configuration of this process. The only reader of `process.env`.
 * @throws ConfigFault
 */
export function readConfig(): Config {
  const config = loadConfig(process.env, { argv: process.argv.slice(2), cwd: process.cwd() })
  // React and Next choose their development or production build by this variable when they are imported.
  Object.assign(process.env, { NODE_ENV: config.mode })
  return config
}

/** The environment for a program that we start: ours, with `changes`. */
export function childEnvironment(changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}
