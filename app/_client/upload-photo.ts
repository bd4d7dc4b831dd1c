import { uploadedPhoto, type PhotoFraming } from '#core/contract/application-photo.ts'
import { postBody } from './post-body.ts'
import { RequestError } from './request-error.ts'

/** 10 MB over a weak line. */
const DEADLINE_MS = 120_000

/** Sends a photo for one's own application; it is cut and made anew there. Throws `RequestError`. */
export async function uploadPhoto(file: Blob, framing: PhotoFraming): Promise<{ photoUrl: string }> {
  const data = await postBody('/api/applications/photo', {
    headers: { 'content-type': 'application/octet-stream', 'x-framing': JSON.stringify(framing) },
    body: file,
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  const photo = uploadedPhoto.safeParse(data)
  if (!photo.success) throw RequestError.unanswered(photo.error)
  return photo.data
}
