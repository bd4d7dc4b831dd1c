/** Opus in RTP always counts in 48 kHz: RFC 7587 §4.1. */
export const OPUS_CLOCK_RATE_HZ = 48_000

const SAMPLES_PER_MS = OPUS_CLOCK_RATE_HZ / 1_000
/** Frame length by the low bits of the configuration: RFC 6716 table 2. */
const SILK_MS = [10, 20, 40, 60]
const HYBRID_MS = [10, 20]
const CELT_MS = [2.5, 5, 10, 20]

/** Full-band CELT, mono, one frame, decoding to silence; longest first. */
const SILENCE = [
  { samples: 960, packet: Buffer.from([0xf8, 0xff, 0xfe]) },
  { samples: 480, packet: Buffer.from([0xf0, 0xff, 0xfe]) },
  { samples: 240, packet: Buffer.from([0xe8, 0xff, 0xfe]) },
  { samples: 120, packet: Buffer.from([0xe0, 0xff, 0xfe]) },
]

/** How many samples at 48 kHz a packet decodes to; undefined when it is not an Opus packet. RFC 6716 §3.1. */
export function opusDurationSamples(packet: Buffer): number | undefined {
  const toc = packet[0]
  if (toc === undefined) return undefined
  const configuration = toc >> 3
  const frameMs =
    configuration < 12
      ? SILK_MS[configuration & 3]
      : configuration < 16
        ? HYBRID_MS[configuration & 1]
        : CELT_MS[configuration & 3]
  const code = toc & 3
  const frames = code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 0x3f
  if (frameMs === undefined || frames === 0) return undefined
  return frameMs * frames * SAMPLES_PER_MS
}

/** Silent packets that cover as much of `samples` as whole Opus frames can. */
export function opusSilence(samples: number): { packet: Buffer; samples: number }[] {
  const packets: { packet: Buffer; samples: number }[] = []
  let left = samples
  for (const silence of SILENCE) {
    for (; left >= silence.samples; left -= silence.samples) packets.push(silence)
  }
  return packets
}
