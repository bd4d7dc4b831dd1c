import type { Log } from '#server/usecases/ports.ts'

export interface LoggedError {
  fields: Record<string, unknown>
  event: string
}

/** A log that keeps the errors for the test to look at, and nothing else. */
export function createKeptLog(): { log: Log; errors: LoggedError[] } {
  const errors: LoggedError[] = []
  const ignore = () => undefined
  const log: Log = {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: (fields, event) => errors.push({ fields, event }),
    child: () => log,
  }
  return { log, errors }
}
