/** One AAC frame decodes to this many samples: ISO/IEC 14496-3. */
export const AAC_FRAME_SAMPLES = 1_024

/** Cuts an ADTS stream into its frames, headers included (ISO/IEC 13818-7 §6.2). Stops at anything that is none. */
export function splitAdts(stream: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at + 7 <= stream.length;) {
    const isSync = stream.readUInt16BE(at) >> 4 === 0xfff
    const sizeBytes = (stream.readUIntBE(at + 3, 3) >> 5) & 0x1fff
    if (!isSync || sizeBytes < 7 || at + sizeBytes > stream.length) break
    frames.push(stream.subarray(at, at + sizeBytes))
    at += sizeBytes
  }
  return frames
}
