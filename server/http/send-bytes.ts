import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { ReplayBytes } from '#server/usecases/replay/read-bytes.ts'
import { wantedRange } from './byte-range.ts'

const A_YEAR_SECONDS = 365 * 24 * 3_600

/** Answers GET and HEAD, with ranges and validators. Bytes that may still change are kept by nobody. */
export async function sendBytes(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  { bytes, tag }: { bytes: ReplayBytes; tag: string },
): Promise<void> {
  const { sizeBytes, mimeType, isFinal } = bytes
  const etag = `"${tag}-${sizeBytes}"`
  response.setHeader('content-type', mimeType)
  response.setHeader('accept-ranges', 'bytes')
  response.setHeader('cache-control', isFinal ? `private, max-age=${A_YEAR_SECONDS}, immutable` : 'no-store')
  if (isFinal) response.setHeader('etag', etag)
  if (isFinal && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return
  }
  const condition = request.headers['if-range']
  const isStale = condition !== undefined && condition !== etag
  const wanted = wantedRange(isStale ? undefined : request.headers.range, { sizeBytes })
  if (wanted.kind === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${sizeBytes}`, 'content-length': 0 }).end()
    return
  }
  const range = wanted.kind === 'range' ? wanted.range : { firstByte: 0, lastByte: sizeBytes - 1 }
  const isEmpty = sizeBytes === 0
  const body = request.method === 'HEAD' || isEmpty ? null : await bytes.read(range)
  const { firstByte, lastByte } = range
  const part = wanted.kind === 'range' ? { 'content-range': `bytes ${firstByte}-${lastByte}/${sizeBytes}` } : {}
  response.writeHead(wanted.kind === 'range' ? 206 : 200, { ...part, 'content-length': lastByte - firstByte + 1 })
  if (body === null) response.end()
  else await pipeline(body, response)
}
