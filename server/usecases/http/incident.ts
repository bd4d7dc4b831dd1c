import { AppError, type WireError } from '#core/contract/errors.ts'
import type { Ids, Log } from '../ports.ts'

/**
 * What may be told of a failure: an expected one as it is; a bug as `INTERNAL` with the id of the log line that says
 * what it was.
 */
export function toWireError(
  { log, ids }: { log: Log; ids: Ids },
  error: unknown,
  fields: Record<string, unknown>,
): WireError {
  if (error instanceof AppError) return error.toWire()
  const incident = ids.next()
  log.error({ ...fields, incident, err: error }, 'request_failed')
  return { code: 'INTERNAL', message: '服务器出了差错，已经记下。请稍后再试。', retryable: false, incident }
}
