import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { parseRtp } from '#server/recording/rtp/parse.ts'
import type { RecordedTrack } from '#server/recording/recorded-track.ts'

export const VIDEO: RecordedTrack = {
  trackId: 'video',
  kind: 'video',
  codec: 'h264',
  payloadType: 102,
  ssrc: 1_111,
  clockRate: 90_000,
}
export const AUDIO: RecordedTrack = {
  trackId: 'audio',
  kind: 'audio',
  codec: 'opus',
  payloadType: 111,
  ssrc: 3_333,
  clockRate: 48_000,
  channels: 2,
}

/** A stretch of RTP as it came from an encoder in real time. */
export type Clip = {
  packets: { kind: 'video' | 'audio'; atMs: number; datagram: Buffer }[]
  pictures: number
  sounds: number
  payloadBytes: number
}

const SETTLE_MS = 500

/** Encodes 720p and Opus once, as a camera would send them, and keeps the packets with their times. */
export async function captureClip({ seconds }: { seconds: number }): Promise<Clip> {
  const clip: Clip = { packets: [], pictures: 0, sounds: 0, payloadBytes: 0 }
  const listen = async (kind: 'video' | 'audio') => {
    const socket = createSocket({ type: 'udp4', recvBufferSize: 4 << 20 })
    socket.on('message', (datagram) => {
      const packet = parseRtp(datagram, { arrivalMs: performance.now() })
      if (!packet) return
      clip.packets.push({ kind, atMs: packet.arrivalMs, datagram })
      clip.payloadBytes += packet.payload.length
      if (kind === 'audio') clip.sounds++
      else if (packet.marker) clip.pictures++
    })
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return socket
  }
  const video = await listen('video')
  const audio = await listen('audio')
  const target = (port: number, track: RecordedTrack) => [
    ...['-payload_type', String(track.payloadType), '-ssrc', String(track.ssrc), '-f', 'rtp'],
    `rtp://127.0.0.1:${port}?pkt_size=1200&rtcpport=9`,
  ]
  const encoder = ['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-profile:v', 'baseline']
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-re', '-f', 'lavfi', '-i', `testsrc2=size=1280x720:rate=30:duration=${seconds}`],
      ...['-re', '-f', 'lavfi', '-i', `anoisesrc=amplitude=0.1:sample_rate=48000:duration=${seconds}`],
      ...['-map', '0:v', ...encoder, '-pix_fmt', 'yuv420p', '-b:v', '1500k', '-maxrate', '1500k', '-bufsize', '750k'],
      ...['-g', '120', ...target(video.address().port, VIDEO)],
      ...['-map', '1:a', '-c:a', 'libopus', '-b:a', '40k', '-ac', '2', ...target(audio.address().port, AUDIO)],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  await once(ffmpeg, 'exit')
  await delay(SETTLE_MS)
  video.close()
  audio.close()
  const firstMs = clip.packets[0]?.atMs ?? 0
  for (const packet of clip.packets) packet.atMs -= firstMs
  return clip
}

/** Sends the clip in its own time to every pair of ports at once. */
export async function sendClip(
  clip: Clip,
  { targets }: { targets: { video: number; audio: number }[] },
): Promise<void> {
  const socket = createSocket('udp4')
  const startMs = performance.now()
  for (const { kind, atMs, datagram } of clip.packets) {
    const waitMs = atMs - (performance.now() - startMs)
    if (waitMs > 2) await delay(waitMs)
    for (const target of targets) socket.send(datagram, target[kind], '127.0.0.1')
  }
  await delay(SETTLE_MS)
  socket.close()
}
