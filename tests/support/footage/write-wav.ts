import { LOOP_MS } from './footage-clock.ts'
import { GATE_MS, gatesOf, toneHz } from './sound-code.ts'

const SAMPLE_RATE_HZ = 48_000
/** Four voices at once still fit below full scale. */
const AMPLITUDE = 0.25
/** Rise and fall of a gate, centred on its edge, so that no click spreads over the other tones. */
const RAMP_MS = 6
const HEADER_BYTES = 44

function header(dataBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(SAMPLE_RATE_HZ, 24)
  bytes.writeUInt32LE(SAMPLE_RATE_HZ * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(dataBytes, 40)
  return bytes
}

/** The sound of one loop: mono samples between -1 and 1 at 48 kHz. */
export function drawSound(cameraId: number): Float32Array {
  const gates = gatesOf(cameraId)
  const isOpen = (ms: number): number => (gates[(Math.floor(ms / GATE_MS) + gates.length) % gates.length] ? 1 : 0)
  const radiansPerSample = (2 * Math.PI * toneHz(cameraId)) / SAMPLE_RATE_HZ
  return Float32Array.from({ length: (SAMPLE_RATE_HZ * LOOP_MS) / 1000 }, (_, index) => {
    const ms = (index * 1000) / SAMPLE_RATE_HZ
    const edgeMs = Math.round(ms / GATE_MS) * GATE_MS
    const progress = Math.max(0, Math.min(1, (ms - edgeMs) / RAMP_MS + 0.5))
    const eased = (1 - Math.cos(Math.PI * progress)) / 2
    const before = isOpen(edgeMs - GATE_MS / 2)
    const after = isOpen(edgeMs + GATE_MS / 2)
    return AMPLITUDE * (before + (after - before) * eased) * Math.sin(radiansPerSample * index)
  })
}

/** A whole WAV file, 16 bit mono. */
export function encodeWav(sound: Float32Array): Buffer {
  const data = Buffer.alloc(sound.length * 2)
  sound.forEach((value, index) => data.writeInt16LE(Math.round(value * 32_767), index * 2))
  return Buffer.concat([header(data.length), data])
}
