import { execFileSync, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Recorder } from '#server/recording/recorder.ts'
import { cpuSeconds, pinToCore } from '../support/process-cpu.ts'
import { AUDIO, sendClip, VIDEO, type Clip } from './clip.ts'

export const SERVER_CORE = 0
const BLOCK_BYTES = 512
const OPENING_MS = 1_500
/** Not counted: a session lasts an hour, compiling the hot code does not. */
const WARM_UP_MS = 4_000

export type Run = {
  /** Of one core, for each stream (a camera and a microphone). */
  cpuRatioPerStream: number
  /** Disk space for each byte of RTP payload. */
  storageRatio: number
  /** Pictures and sounds sent that are not in the files. */
  lost: number
}

type RunOptions = { clip: Clip; streams: number; directory: string }

export async function runOurs({ clip, streams, directory }: RunOptions): Promise<Run> {
  const recorder = await Recorder.start({ directory, onEvent: () => undefined })
  const targets: { video: number; audio: number }[] = []
  for (let i = 0; i < streams; i++) {
    const video = await recorder.addTrack({ ...VIDEO, trackId: `video${i}` })
    const audio = await recorder.addTrack({ ...AUDIO, trackId: `audio${i}` })
    targets.push({ video: video.rtpPort, audio: audio.rtpPort })
  }
  const pids = [recorder.pid ?? 0]
  const cpu = await measureCpu(pids, { work: () => sendClip(clip, { targets }) })
  await recorder.close()
  return summarise({ clip, streams, directory, cpu })
}

/** ffmpeg copying each participant into one fragmented MP4, as one would do by hand. */
export async function runFfmpeg({ clip, streams, directory }: RunOptions): Promise<Run> {
  const targets: { video: number; audio: number }[] = []
  const children = []
  for (let i = 0; i < streams; i++) {
    const target = { video: await freeEvenPort(), audio: await freeEvenPort() }
    const sdp = path.join(directory, `${i}.sdp`)
    writeFileSync(sdp, describe(target))
    const child = spawn(
      'ffmpeg',
      [
        ...['-v', 'error', '-protocol_whitelist', 'file,udp,rtp', '-fflags', '+genpts'],
        ...['-analyzeduration', '1M', '-probesize', '1M', '-i', sdp, '-c', 'copy', '-strict', '-2'],
        ...['-movflags', '+empty_moov+default_base_moof+frag_keyframe', '-frag_duration', '1000000'],
        path.join(directory, `${i}.mp4`),
      ],
      { stdio: ['pipe', 'ignore', 'ignore'] },
    )
    targets.push(target)
    children.push(child)
  }
  await delay(OPENING_MS)
  const pids = children.map((child) => child.pid ?? 0)
  const cpu = await measureCpu(pids, { work: () => sendClip(clip, { targets }) })
  await Promise.all(
    children.map((child) => {
      const exited = once(child, 'exit')
      child.stdin.end('q')
      return exited
    }),
  )
  return summarise({ clip, streams, directory, cpu })
}

type Cpu = { seconds: number; wallSeconds: number }

async function measureCpu(pids: number[], { work }: { work: () => Promise<void> }): Promise<Cpu> {
  for (const pid of pids) pinToCore(pid, { core: SERVER_CORE })
  const total = () => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0)
  const working = work()
  await delay(WARM_UP_MS)
  const before = total()
  const startMs = performance.now()
  await working
  return { seconds: total() - before, wallSeconds: (performance.now() - startMs) / 1_000 }
}

function summarise({ clip, streams, directory, cpu }: RunOptions & { cpu: Cpu }): Run {
  const files = readdirSync(directory).filter((name) => !name.endsWith('.sdp'))
  const storedBytes = files.reduce((sum, name) => sum + statSync(path.join(directory, name)).blocks * BLOCK_BYTES, 0)
  const media = files.filter((name) => name.endsWith('.mp4'))
  const kept = media.reduce((sum, name) => sum + countPackets(path.join(directory, name)), 0)
  return {
    cpuRatioPerStream: cpu.seconds / cpu.wallSeconds / streams,
    storageRatio: storedBytes / (clip.payloadBytes * streams),
    lost: (clip.pictures + clip.sounds) * streams - kept,
  }
}

function countPackets(file: string): number {
  const args = ['-v', 'error', '-count_packets', '-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', file]
  return execFileSync('ffprobe', args, { encoding: 'utf8' })
    .split('\n')
    .reduce((sum, line) => sum + Number(line.replace(',', '') || 0), 0)
}

function describe({ video, audio }: { video: number; audio: number }): string {
  return [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=video ${video} RTP/AVP ${VIDEO.payloadType}`,
    `a=rtpmap:${VIDEO.payloadType} H264/90000`,
    `a=fmtp:${VIDEO.payloadType} packetization-mode=1`,
    `m=audio ${audio} RTP/AVP ${AUDIO.payloadType}`,
    `a=rtpmap:${AUDIO.payloadType} opus/48000/2`,
    '',
  ].join('\r\n')
}

/** ffmpeg wants an even port, with the odd one above it for RTCP. */
async function freeEvenPort(): Promise<number> {
  for (;;) {
    const socket = createSocket('udp4')
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    const { port } = socket.address()
    socket.close()
    await once(socket, 'close')
    if (port % 2 === 0) return port
  }
}
