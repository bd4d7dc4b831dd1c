import { z } from 'zod'
import { acknowledgement } from '#core/contract/acknowledgement.ts'
import { RequestError } from './request-error.ts'

const uploaded = z.object({ url: z.string(), widthPx: z.number(), heightPx: z.number() })
export type UploadedPicture = z.infer<typeof uploaded>

/** A phone on a weak link sends 8 MB in about a minute. */
const DEADLINE_MS = 120_000

/** Sends a picture for a plan. Throws `RequestError`. */
export async function uploadPlanPicture(planId: string, file: File): Promise<UploadedPicture> {
  const answer = acknowledgement.safeParse(await send(`/api/plans/${planId}/images`, file))
  if (!answer.success) throw RequestError.unanswered(answer.error)
  if (!answer.data.ok) throw new RequestError(answer.data.error)
  const picture = uploaded.safeParse(answer.data.data)
  if (!picture.success) throw RequestError.unanswered(picture.error)
  return picture.data
}

async function send(path: string, file: File): Promise<unknown> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      // Looked at by its first bytes there; this only says that it is not a form of another site.
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    return await response.json()
  } catch (cause) {
    throw RequestError.unanswered(cause)
  }
}
