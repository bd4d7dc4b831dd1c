import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { DISCARD_PORT, ENCODERS, H264_TRACK, OPUS_TRACK } from './rtp-source.ts'

const run = promisify(execFile)
const FRAME_MS = 1_000 / 30
const AUDIO_RATE_HZ = 8_000
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024

interface Sending {
  audioPort: number
  /** Several: layers of one picture. */
  videos: { port: number; ssrc: number; size?: string }[]
  seconds: number
}

/** One process sends a white flash and a beep at the same moments: a tenth of a second in every second. */
export async function sendFlashAndBeep({ videos, audioPort, seconds }: Sending) {
  const flash = `color=black:size=320x180:rate=30,drawbox=t=fill:color=white:enable='lt(mod(t\\,1)\\,0.1)'`
  const beep = `aevalsrc=0.5*sin(2*PI*880*t)*lt(mod(t\\,1)\\,0.1):sample_rate=48000`
  const output = (port: number, { ssrc, payloadType }: { ssrc: number; payloadType: number }) => [
    ...['-t', String(seconds), '-payload_type', String(payloadType), '-ssrc', String(ssrc), '-f', 'rtp'],
    `rtp://127.0.0.1:${port}?pkt_size=1200&rtcpport=${DISCARD_PORT}`,
  ]
  const encoded = videos.flatMap(({ port, ssrc, size = '320x180' }) => [
    ...['-map', '0:v', ...ENCODERS.h264, '-s', size, '-pix_fmt', 'yuv420p', '-g', '30'],
    ...output(port, { ssrc, payloadType: H264_TRACK.payloadType }),
  ])
  const child = spawn(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-re', '-f', 'lavfi', '-i', flash, '-re', '-f', 'lavfi', '-i', beep],
      ...encoded,
      ...['-map', '1:a', ...ENCODERS.opus, ...output(audioPort, OPUS_TRACK)],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  await once(child, 'exit')
}

/** When flashes begin, in ms of the file. */
export async function findFlashes(file: string): Promise<number[]> {
  const gray = await decode([
    '-i',
    file,
    '-vf',
    'scale=1:1,format=gray',
    '-fps_mode',
    'cfr',
    '-r',
    '30',
    '-f',
    'rawvideo',
  ])
  return onsets([...gray].map((value) => value > 128)).map((frame) => frame * FRAME_MS)
}

/** When beeps begin, in ms of the file. */
export async function findBeeps(file: string): Promise<number[]> {
  const sound = await decode(['-i', file, '-ac', '1', '-ar', String(AUDIO_RATE_HZ), '-f', 's16le'])
  const blockSamples = AUDIO_RATE_HZ / 200
  const loud: boolean[] = []
  for (let at = 0; at + 2 * blockSamples <= sound.length; at += 2 * blockSamples) {
    let peak = 0
    for (let i = 0; i < blockSamples; i++) peak = Math.max(peak, Math.abs(sound.readInt16LE(at + 2 * i)))
    loud.push(peak > 2_000)
  }
  return onsets(loud).map((block) => block * 5)
}

async function decode(args: string[]): Promise<Buffer> {
  const { stdout } = await run('ffmpeg', ['-nostdin', '-v', 'error', ...args, 'pipe:1'], {
    encoding: 'buffer',
    maxBuffer: OUTPUT_LIMIT_BYTES,
  })
  return stdout
}

/** The places where `values` turns true, the first value not counted. */
function onsets(values: boolean[]): number[] {
  return values.flatMap((value, i) => (value && i > 0 && !values[i - 1] ? [i] : []))
}
