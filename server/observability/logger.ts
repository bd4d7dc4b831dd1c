import pino, { type Logger } from 'pino'
import type { LogLevel } from '#server/config/config.ts'

export type { Logger } from 'pino'

/** What must never be written down, wherever it stands in a log entry. */
const SECRET_FIELDS = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  '*.password',
  '*.token',
  '*.secret',
  '*.cookie',
  '*.authorization',
]

/** One JSON object a line, on standard error: standard output is for the person who started the service. */
export function createLogger({ level }: { level: LogLevel }): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS, censor: '[redacted]' },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}
