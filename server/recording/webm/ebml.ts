/** Elements of EBML (RFC 8794) and Matroska (RFC 9559), as far as WebM needs them. */
export const ID = {
  header: 0x1a45dfa3,
  version: 0x4286,
  readVersion: 0x42f7,
  maxIdLength: 0x42f2,
  maxSizeLength: 0x42f3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  void: 0xec,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  codecId: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
} as const

/** A size whose eight bytes are all ones: the element ends where the file does (RFC 8794 §6.2). */
export const UNKNOWN_SIZE = Buffer.from('01ffffffffffffff', 'hex')
/** Sizes are always written in eight bytes, so that an element's length does not depend on its content. */
const SIZE_BYTES = 8

export function element(id: number, ...content: Buffer[]): Buffer {
  const size = content.reduce((sum, piece) => sum + piece.length, 0)
  return Buffer.concat([elementHeader(id, { sizeBytes: size }), ...content])
}

/** `sizeBytes` counts the content alone. */
export function elementHeader(id: number, { sizeBytes }: { sizeBytes: number }): Buffer {
  return Buffer.concat([idBytes(id), sizeField(sizeBytes)])
}

export function sizeField(sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(SIZE_BYTES)
  bytes.writeBigUInt64BE(BigInt(sizeBytes))
  bytes.writeUInt8(1)
  return bytes
}

export function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(id)
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0))
}

export function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  const first = bytes.findIndex((byte) => byte !== 0)
  return bytes.subarray(first === -1 ? 7 : first)
}

export function float64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

export type ElementPlace = {
  id: number
  offsetBytes: number
  contentOffsetBytes: number
  /** 'unknown' : until the end of the file. */
  contentBytes: number | 'unknown'
}

/** Reads an element's header; undefined when there is none at `offset`. */
export function readElement(bytes: Buffer, { offset }: { offset: number }): ElementPlace | undefined {
  const first = bytes[offset]
  if (first === undefined || first < 0x10) return undefined
  const idLength = Math.clz32(first) - 23
  const sizeAt = offset + idLength
  const sizeFirst = bytes[sizeAt]
  if (sizeFirst === undefined || sizeFirst === 0) return undefined
  const sizeLength = Math.clz32(sizeFirst) - 23
  if (sizeAt + sizeLength > bytes.length) return undefined
  const field = bytes.subarray(sizeAt, sizeAt + sizeLength)
  let size = BigInt(sizeFirst & (0xff >> sizeLength))
  for (const byte of field.subarray(1)) size = size * 256n + BigInt(byte)
  return {
    id: bytes.readUIntBE(offset, idLength),
    offsetBytes: offset,
    contentOffsetBytes: sizeAt + sizeLength,
    contentBytes: field.equals(UNKNOWN_SIZE) ? 'unknown' : Number(size),
  }
}

/** The first child of `parent` with this id; undefined when `bytes` does not hold it. */
export function findChild(bytes: Buffer, { parent, id }: { parent: ElementPlace; id: number }) {
  const end = parent.contentBytes === 'unknown' ? bytes.length : parent.contentOffsetBytes + parent.contentBytes
  for (let offset = parent.contentOffsetBytes; offset < end;) {
    const place = readElement(bytes, { offset })
    if (!place || place.id === id) return place
    if (place.contentBytes === 'unknown') return undefined
    offset = place.contentOffsetBytes + place.contentBytes
  }
  return undefined
}
