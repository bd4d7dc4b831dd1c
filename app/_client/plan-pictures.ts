import { z } from 'zod'
import { postBody } from './post-body.ts'
import { RequestError } from './request-error.ts'

const uploaded = z.object({ url: z.string(), widthPx: z.number(), heightPx: z.number() })
export type UploadedPicture = z.infer<typeof uploaded>

/** A phone on a weak link sends 8 MB in about a minute. */
const DEADLINE_MS = 120_000

/** Sends a picture for a plan. Throws `RequestError`. */
export async function uploadPlanPicture(planId: string, file: File): Promise<UploadedPicture> {
  const data = await postBody(`/api/plans/${planId}/images`, {
    // Looked at by its first bytes there; this only says that it is not a form of another site.
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  const picture = uploaded.safeParse(data)
  if (!picture.success) throw RequestError.unanswered(picture.error)
  return picture.data
}
