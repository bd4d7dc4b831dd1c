import { z } from 'zod'
import { acknowledgement } from '#core/contract/acknowledgement.ts'
import { RequestError } from './request-error.ts'

const uploaded = z.object({ batchId: z.string() })

/** 8 MB over a weak line, and some seconds to check a city's people. */
const DEADLINE_MS = 180_000

/** Sends a list of people to be checked. Throws `RequestError`. */
export async function uploadList(file: File): Promise<{ batchId: string }> {
  const answer = acknowledgement.safeParse(await send(file))
  if (!answer.success) throw RequestError.unanswered(answer.error)
  if (!answer.data.ok) throw new RequestError(answer.data.error)
  const batch = uploaded.safeParse(answer.data.data)
  if (!batch.success) throw RequestError.unanswered(batch.error)
  return batch.data
}

async function send(file: File): Promise<unknown> {
  try {
    const response = await fetch('/api/imports', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    return await response.json()
  } catch (cause) {
    throw RequestError.unanswered(cause)
  }
}
