import { z } from 'zod'
import { wireError } from './errors.ts'

/** The one shape of an answer, over the socket and over HTTP. `data` is parsed by the request's own output schema. */
export const acknowledgement = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: wireError }),
])
export type Acknowledgement = z.infer<typeof acknowledgement>
