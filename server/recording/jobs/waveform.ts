import { runFfmpeg } from './ffmpeg.ts'

const SAMPLE_RATE_HZ = 8_000
const WINDOW_MS = 1_000
const BYTES_PER_SAMPLE = 2
const FULL_SCALE = 32_768

/** How loud each second is: RMS from 0 to 1, three decimals. The last window may be shorter. */
export type Waveform = { windowMs: number; rms: number[] }

/** Reads the sound of any media file; about a second of work for an hour. */
export async function measureWaveform(file: string, { signal }: { signal?: AbortSignal } = {}): Promise<Waveform> {
  const windowSamples = (SAMPLE_RATE_HZ * WINDOW_MS) / 1_000
  const rms: number[] = []
  let squares = 0
  let count = 0
  let rest = Buffer.alloc(0)
  const finishWindow = () => {
    rms.push(Math.round((Math.sqrt(squares / count) / FULL_SCALE) * 1_000) / 1_000)
    squares = 0
    count = 0
  }
  const onOutput = (bytes: Buffer) => {
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes
    const wholeBytes = all.length - (all.length % BYTES_PER_SAMPLE)
    for (let at = 0; at < wholeBytes; at += BYTES_PER_SAMPLE) {
      squares += all.readInt16LE(at) ** 2
      if (++count === windowSamples) finishWindow()
    }
    rest = Buffer.from(all.subarray(wholeBytes))
  }
  const args = ['-i', file, '-vn', '-ac', '1', '-ar', String(SAMPLE_RATE_HZ), '-f', 's16le', 'pipe:1']
  await runFfmpeg(args, { signal, onOutput })
  if (count > 0) finishWindow()
  return { windowMs: WINDOW_MS, rms }
}
