import { z } from 'zod'

/** The closed list of reasons a request can fail. Texts for people are looked up by code on the client. */
export const errorCode = z.enum([
  'UNAUTHENTICATED', // nobody is signed in, and the request needs somebody
  'FORBIDDEN', // somebody is, but may not
  'NOT_FOUND', // or must not be known to exist
  'INVALID', // the payload does not parse, or a rule of the domain says no
  'CONFLICT', // the world has moved on; reload and decide again
  'GONE', // it existed and has ended
  'RATE_LIMITED',
  'QUOTA', // too many of something: tracks, transports, bytes
  'MEDIA', // the media path refused; retry after the reset
  'UNAVAILABLE', // a part of the server is away; retry
  'INTERNAL', // a bug; logged with an id and never echoed
])
export type ErrorCode = z.infer<typeof errorCode>

export const RETRYABLE: ReadonlySet<ErrorCode> = new Set(['RATE_LIMITED', 'MEDIA', 'UNAVAILABLE', 'CONFLICT'])

/** What a failed request answers with. `field` names the input that is at fault, where one is. */
export const wireError = z.object({
  code: errorCode,
  message: z.string(),
  retryable: z.boolean(),
  field: z.string().optional(),
  /** Milliseconds after which a retry makes sense. */
  retryAfterMs: z.number().int().nonnegative().optional(),
  /** Names the log line of an `INTERNAL` error. */
  incident: z.string().optional(),
})
export type WireError = z.infer<typeof wireError>

interface AppErrorDetail {
  field?: string
  retryAfterMs?: number
  cause?: unknown
}

/** An expected failure: its message may be shown to a teacher as it is. Anything else thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, detail: AppErrorDetail = {}) {
    super(message, { cause: detail.cause })
    this.name = 'AppError'
    this.code = code
    this.field = detail.field
    this.retryAfterMs = detail.retryAfterMs
  }

  toWire(): WireError {
    return {
      code: this.code,
      message: this.message,
      retryable: RETRYABLE.has(this.code),
      ...(this.field === undefined ? {} : { field: this.field }),
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
    }
  }
}
