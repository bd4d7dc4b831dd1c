import type { ByteRange } from '#server/usecases/ports.ts'

/** A browser keeps six connections to a server of HTTP/1.1: with short answers eight players share them. */
export const RANGE_MAX_BYTES = 1024 * 1024

export type WantedRange = { kind: 'whole' } | { kind: 'range'; range: ByteRange } | { kind: 'unsatisfiable' }

/**
 * What a `Range` header asks for (RFC 9110 §14), cut to `RANGE_MAX_BYTES`. Several ranges at once, another unit, and
 * what is no range at all are answered with the whole.
 */
export function wantedRange(header: string | undefined, { sizeBytes }: { sizeBytes: number }): WantedRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = match ?? []
  if (match === null || (first === '' && last === '')) return { kind: 'whole' }
  const firstByte = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first)
  const asked = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  if (first !== '' && last !== '' && Number(last) < firstByte) return { kind: 'whole' }
  if (firstByte >= sizeBytes || (first === '' && Number(last) === 0)) return { kind: 'unsatisfiable' }
  return { kind: 'range', range: { firstByte, lastByte: Math.min(asked, firstByte + RANGE_MAX_BYTES - 1) } }
}
