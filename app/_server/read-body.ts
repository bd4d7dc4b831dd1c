export type Body = { kind: 'json'; value: unknown } | { kind: 'not-json' } | { kind: 'too-large' }

/** Reads a JSON body, and stops reading at the limit. Another content type is not JSON: forms of other sites send those. */
export async function readBody(request: Request, { maxBytes }: { maxBytes: number }): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type) || request.body === null) return { kind: 'not-json' }
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  try {
    for await (const chunk of request.body) {
      sizeBytes += chunk.byteLength
      if (sizeBytes > maxBytes) return { kind: 'too-large' }
      chunks.push(chunk)
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    // Also when the page was left in the middle of sending: then nobody reads the answer.
    return { kind: 'not-json' }
  }
}
