/** Boxes of ISO/IEC 14496-12 (ISO base media file format). */

export function uint8(...values: number[]): Buffer {
  return Buffer.from(values)
}

export function uint16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  values.forEach((value, i) => bytes.writeUInt16BE(value, 2 * i))
  return bytes
}

export function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i))
  return bytes
}

export function uint64(...values: number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length)
  values.forEach((value, i) => bytes.writeBigUInt64BE(BigInt(value), 8 * i))
  return bytes
}

export function zeros(count: number): Buffer {
  return Buffer.alloc(count)
}

export function box(type: string, ...content: Buffer[]): Buffer {
  const size = content.reduce((sum, piece) => sum + piece.length, 8)
  return Buffer.concat([boxHeader(type, { sizeBytes: size }), ...content])
}

/** A box with version and flags in front of its content. */
export function fullBox(type: string, { version, flags }: { version: number; flags: number }, ...content: Buffer[]) {
  return box(type, uint32(version * 2 ** 24 + flags), ...content)
}

/** `sizeBytes` counts these 8 bytes too. */
export function boxHeader(type: string, { sizeBytes }: { sizeBytes: number }): Buffer {
  return Buffer.concat([uint32(sizeBytes), Buffer.from(type, 'latin1')])
}

export type BoxPlace = { type: string; offsetBytes: number; sizeBytes: number; headerBytes: number }

/** Reads the box header at `offset`; undefined when there is none, or when its size cannot be true. */
export function readBoxHeader(bytes: Buffer, { offset }: { offset: number }): BoxPlace | undefined {
  if (offset + 8 > bytes.length) return undefined
  const type = bytes.toString('latin1', offset + 4, offset + 8)
  const short = bytes.readUInt32BE(offset)
  if (short !== 1) return short < 8 ? undefined : { type, offsetBytes: offset, sizeBytes: short, headerBytes: 8 }
  if (offset + 16 > bytes.length) return undefined
  const long = Number(bytes.readBigUInt64BE(offset + 8))
  return long < 16 ? undefined : { type, offsetBytes: offset, sizeBytes: long, headerBytes: 16 }
}

/** The content of the box at the end of `path`, taking the first of each type; undefined when there is none. */
export function findBox(bytes: Buffer, path: string[]): Buffer | undefined {
  const [type, ...rest] = path
  if (type === undefined) return bytes
  for (let offset = 0; ;) {
    const place = readBoxHeader(bytes, { offset })
    if (!place || offset + place.sizeBytes > bytes.length) return undefined
    if (place.type === type) {
      return findBox(bytes.subarray(offset + place.headerBytes, offset + place.sizeBytes), rest)
    }
    offset += place.sizeBytes
  }
}
