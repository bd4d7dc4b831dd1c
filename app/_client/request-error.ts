import type { ErrorCode, WireError } from '#core/contract/errors.ts'

/**
 * A request that was answered with a failure, or not answered at all (`UNAVAILABLE`). The message may be shown as it is;
 * texts in the reader's language are looked up by `code`.
 */
export class RequestError extends Error {
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly field: string | undefined
  readonly retryAfterMs: number | undefined
  /** Names the server's log line of an `INTERNAL` failure. */
  readonly incident: string | undefined

  constructor(
    { code, message, retryable, field, retryAfterMs, incident }: WireError,
    { cause }: { cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.name = 'RequestError'
    this.code = code
    this.retryable = retryable
    this.field = field
    this.retryAfterMs = retryAfterMs
    this.incident = incident
  }

  /** No answer came, or one that cannot be read. */
  static unanswered(cause?: unknown): RequestError {
    const error = { code: 'UNAVAILABLE', message: '没有连上服务器，请检查网络后再试。', retryable: true } as const
    return new RequestError(error, { cause })
  }
}
