import { z } from 'zod'
import { postBody } from './post-body.ts'
import { RequestError } from './request-error.ts'

const uploaded = z.object({ batchId: z.string() })

/** 8 MB over a weak line, and some seconds to check a city's people. */
const DEADLINE_MS = 180_000

/** Sends a list of people to be checked. Throws `RequestError`. */
export async function uploadList(file: File): Promise<{ batchId: string }> {
  const data = await postBody('/api/imports', {
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  const batch = uploaded.safeParse(data)
  if (!batch.success) throw RequestError.unanswered(batch.error)
  return batch.data
}
