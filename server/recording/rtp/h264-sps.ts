/** Profiles whose SPS carries chroma and scaling fields: ITU-T H.264 §7.3.2.1.1. */
const HIGH_PROFILES = new Set([100, 110, 122, 244, 44, 83, 86, 118, 128])

/** Takes the emulation prevention bytes out and reads bits: ITU-T H.264 §7.4.1 and §9.1. */
class BitReader {
  readonly #bytes: number[] = []
  #bit = 0

  constructor(nal: Buffer) {
    let zeros = 0
    for (const byte of nal.subarray(1)) {
      if (zeros >= 2 && byte === 3) {
        zeros = 0
        continue
      }
      zeros = byte === 0 ? zeros + 1 : 0
      this.#bytes.push(byte)
    }
  }

  bits(count: number): number {
    let value = 0
    for (let i = 0; i < count; i++) {
      const byte = this.#bytes[this.#bit >> 3]
      if (byte === undefined) throw new RangeError('The sequence parameter set ends too early.')
      value = value * 2 + ((byte >> (7 - (this.#bit & 7))) & 1)
      this.#bit++
    }
    return value
  }

  /** Exp-Golomb, unsigned. */
  unsigned(): number {
    let zeros = 0
    while (this.bits(1) === 0) {
      if (++zeros > 31) throw new RangeError('The sequence parameter set holds an impossible number.')
    }
    return 2 ** zeros - 1 + this.bits(zeros)
  }

  /** Exp-Golomb, signed. */
  signed(): number {
    const value = this.unsigned()
    return value % 2 === 0 ? -value / 2 : (value + 1) / 2
  }
}

/** Width and height in pixels after cropping. Throws RangeError when `sps` is not a whole sequence parameter set. */
export function readSpsSize(sps: Buffer): { widthPx: number; heightPx: number } {
  const reader = new BitReader(sps)
  const profile = reader.bits(8)
  reader.bits(16)
  reader.unsigned()
  const chroma = HIGH_PROFILES.has(profile) ? skipHighProfileFields(reader) : 1
  reader.unsigned()
  skipPictureOrder(reader)
  reader.unsigned()
  reader.bits(1)
  const widthInBlocks = reader.unsigned() + 1
  const heightInMapUnits = reader.unsigned() + 1
  const framesOnly = reader.bits(1)
  if (!framesOnly) reader.bits(1)
  reader.bits(1)
  const crop = { left: 0, right: 0, top: 0, bottom: 0 }
  if (reader.bits(1)) {
    crop.left = reader.unsigned()
    crop.right = reader.unsigned()
    crop.top = reader.unsigned()
    crop.bottom = reader.unsigned()
  }
  const cropUnitX = chroma === 1 || chroma === 2 ? 2 : 1
  const cropUnitY = (chroma === 1 ? 2 : 1) * (2 - framesOnly)
  return {
    widthPx: widthInBlocks * 16 - cropUnitX * (crop.left + crop.right),
    heightPx: heightInMapUnits * 16 * (2 - framesOnly) - cropUnitY * (crop.top + crop.bottom),
  }
}

/** RFC 6381 §3.3, for example `avc1.42e01f`. */
export function h264CodecString(sps: Buffer): string {
  return `avc1.${sps.subarray(1, 4).toString('hex')}`
}

function skipHighProfileFields(reader: BitReader): number {
  const chroma = reader.unsigned()
  if (chroma === 3) reader.bits(1)
  reader.unsigned()
  reader.unsigned()
  reader.bits(1)
  if (reader.bits(1)) {
    for (let list = 0; list < (chroma === 3 ? 12 : 8); list++) {
      if (reader.bits(1)) skipScalingList(reader, { entries: list < 6 ? 16 : 64 })
    }
  }
  return chroma
}

function skipScalingList(reader: BitReader, { entries }: { entries: number }): void {
  let last = 8
  let next = 8
  for (let i = 0; i < entries; i++) {
    if (next !== 0) next = (last + reader.signed() + 256) % 256
    last = next === 0 ? last : next
  }
}

function skipPictureOrder(reader: BitReader): void {
  const type = reader.unsigned()
  if (type === 0) reader.unsigned()
  if (type !== 1) return
  reader.bits(1)
  reader.signed()
  reader.signed()
  const cycle = reader.unsigned()
  for (let i = 0; i < cycle; i++) reader.signed()
}
