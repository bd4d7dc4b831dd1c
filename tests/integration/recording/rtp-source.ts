import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import type { RecordedTrack } from '#server/recording/recorded-track.ts'

const run = promisify(execFile)

export const H264_TRACK: RecordedTrack = {
  trackId: 'cam',
  kind: 'video',
  codec: 'h264',
  payloadType: 102,
  ssrc: 1_111,
  clockRate: 90_000,
}
export const VP8_TRACK: RecordedTrack = {
  trackId: 'fox',
  kind: 'video',
  codec: 'vp8',
  payloadType: 96,
  ssrc: 2_222,
  clockRate: 90_000,
}
export const OPUS_TRACK: RecordedTrack = {
  trackId: 'mic',
  kind: 'audio',
  codec: 'opus',
  payloadType: 111,
  ssrc: 3_333,
  clockRate: 48_000,
  channels: 2,
}

export type SourceOptions = {
  track: RecordedTrack
  port: number
  seconds: number
  /** For video. */
  size?: string
  /** Seconds between keyframes. */
  keyframeEverySeconds?: number
}

/** RTCP goes where nobody listens: the worker learns the sender's port from the first packet that comes. */
export const DISCARD_PORT = 9

export const ENCODERS = {
  h264: ['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-profile:v', 'baseline', '-level', '3.1'],
  vp8: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8'],
  opus: ['-c:a', 'libopus', '-b:a', '32k', '-application', 'voip', '-frame_duration', '20'],
}

/** A real encoder that sends in real time from this moment on; `ended` resolves when it has sent everything. */
export function startSource({ track, port, seconds, size = '320x180', keyframeEverySeconds = 1 }: SourceOptions) {
  const input =
    track.kind === 'video'
      ? `testsrc2=size=${size}:rate=30:duration=${seconds}`
      : `sine=frequency=440:sample_rate=48000:duration=${seconds},volume=4`
  const video =
    track.kind === 'video' ? ['-pix_fmt', 'yuv420p', '-b:v', '800k', '-g', String(30 * keyframeEverySeconds)] : []
  const target = `rtp://127.0.0.1:${port}?pkt_size=1200&rtcpport=${DISCARD_PORT}`
  const child = spawn(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-re', '-f', 'lavfi', '-i', input, ...ENCODERS[track.codec], ...video],
      ...['-payload_type', String(track.payloadType), '-ssrc', String(track.ssrc), '-f', 'rtp', target],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const ended = once(child, 'exit').then(() => undefined)
  return {
    pid: child.pid ?? 0,
    ended,
    /** As a machine does that has no time for it: until `release` nothing is sent, then all of it at once. */
    holdUp: () => child.kill('SIGSTOP'),
    release: () => child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export type Probe = { codec: string; durationMs: number; frames: number; widthPx: number; heightPx: number }

/** What ffprobe finds after decoding everything; throws when a single frame cannot be decoded. */
export async function probe(file: string): Promise<Probe> {
  const { stdout, stderr } = await run('ffprobe', [
    ...['-v', 'error', '-count_frames', '-of', 'json'],
    ...['-show_entries', 'stream=codec_name,nb_read_frames,width,height:format=duration', file],
  ])
  if (stderr.trim() !== '') throw new Error(`${file}: ${stderr}`)
  const { streams, format } = JSON.parse(stdout)
  return {
    codec: streams[0].codec_name,
    frames: Number(streams[0].nb_read_frames),
    widthPx: streams[0].width ?? 0,
    heightPx: streams[0].height ?? 0,
    durationMs: Number(format.duration) * 1_000,
  }
}
