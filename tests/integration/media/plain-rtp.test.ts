import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MediaRoom } from '#server/media/media-room.ts'
import type { Ingest } from '#server/media/ingest.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { poolOptions } from './pool-options.ts'
import { RtpSink } from './rtp-sink.ts'

const QUIET = ['-hide_banner', '-loglevel', 'error', '-re']
const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=15', '-pix_fmt', 'yuv420p']
const H264 = ['-c:v', 'libx264', '-profile:v', 'baseline', '-preset', 'ultrafast', '-tune', 'zerolatency', '-g', '15']
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=440', '-c:a', 'libopus', '-b:a', '48k']

/** ffmpeg takes its time to start on a busy machine. */
const TIMEOUT_MS = 20_000

let pool: WorkerPool
let room: MediaRoom
let sink: RtpSink
const senders: ChildProcess[] = []

beforeEach(async () => {
  pool = await WorkerPool.create(poolOptions({ block: 3 }))
  room = await MediaRoom.create({ sessionId: 's1', worker: await pool.acquire() })
  sink = await RtpSink.create()
})
afterEach(async () => {
  pool.close()
  sink.close()
  const exits = senders.splice(0).map(async (sender) => {
    if (sender.exitCode !== null) throw new Error(`ffmpeg ended by itself with ${sender.exitCode}.`)
    const exit = once(sender, 'exit')
    sender.kill('SIGKILL')
    await exit
  })
  await Promise.all(exits)
})

function send(
  ingest: Ingest,
  { input, payloadType, ssrc }: { input: string[]; payloadType: number; ssrc: number },
): void {
  const address = `rtp://${ingest.ip}:${ingest.port}?rtcpport=${ingest.rtcpPort}&pkt_size=1200`
  const packets = ['-payload_type', String(payloadType), '-ssrc', String(ssrc), '-f', 'rtp', address]
  senders.push(spawn('ffmpeg', [...QUIET, ...input, ...packets], { stdio: ['ignore', 'ignore', 'inherit'] }))
}

describe('plain RTP', { timeout: TIMEOUT_MS }, () => {
  it('[MEDIA-TAP1] a tap sends a picture as it was sent, under the payload type and SSRC it announced', async () => {
    const ids = { payloadType: 96, ssrc: 4242 }
    const ingest = await room.openIngest({ peerId: 'p1', source: 'camera', codec: 'h264', ...ids })
    const tap = await room.tapProducer({ producerId: ingest.producerId })
    expect(tap).toMatchObject({ kind: 'video', mimeType: 'video/H264', clockRate: 90_000, channels: null })
    const { min, max } = poolOptions({ block: 3 }).plainPorts
    expect(tap.localPort >= min && tap.localPort <= max).toBe(true)

    const rtcp = once(sink, 'rtcp')
    send(ingest, { input: [...PICTURE, ...H264], ...ids })
    await tap.start({ ip: '127.0.0.1', port: sink.port })
    const packets = await sink.take(60)
    for (const packet of packets) {
      expect(packet).toMatchObject({ payloadType: tap.payloadType, ssrc: tap.ssrc })
    }
    const gaps = packets
      .slice(1)
      .filter(({ sequence }, at) => sequence !== (((packets[at]?.sequence ?? 0) + 1) & 0xffff))
    expect(gaps).toEqual([])
    // NAL unit type 7 is the parameter set that begins a keyframe (RFC 6184 §5.4; 24 is an aggregate of several).
    const types = packets.map(({ payload }) => payload.readUInt8(0) & 0x1f)
    expect([7, 24]).toContain(types[0])
    // A sender report maps RTP time to the wall clock (RFC 3550 §6.4.1).
    const [report] = await rtcp
    expect(Buffer.isBuffer(report) && report.readUInt8(1)).toBe(200)

    const closed = once(tap, 'closed')
    ingest.close()
    await closed
    expect(tap.closed).toBe(true)
    tap.close()
  })

  it('[MEDIA-TAP2] nothing is sent before the start, and sound is sent whole', async () => {
    const ids = { payloadType: 100, ssrc: 99 }
    const ingest = await room.openIngest({ peerId: 'p1', source: 'microphone', codec: 'opus', ...ids })
    const tap = await room.tapProducer({ producerId: ingest.producerId })
    expect(tap).toMatchObject({ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 })
    let early = 0
    sink.on('rtp', () => (early += 1))
    const other = await RtpSink.create()
    const flowing = await room.tapProducer({ producerId: ingest.producerId })
    await flowing.start({ ip: '127.0.0.1', port: other.port })
    send(ingest, { input: TONE, ...ids })
    await other.take(10)
    other.close()
    flowing.close()
    expect(early).toBe(0)
    await tap.start({ ip: '127.0.0.1', port: sink.port })
    const packets = await sink.take(25)
    const steps = packets.slice(1).map(({ timestamp }, at) => timestamp - (packets[at]?.timestamp ?? 0))
    expect(new Set(steps)).toEqual(new Set([960]))
  })

  it('[MEDIA-TAP3] a producer that is not there cannot be tapped', async () => {
    const tapping = room.tapProducer({ producerId: 'nobody' })
    await expect(tapping).rejects.toMatchObject({ code: 'PRODUCER_NOT_FOUND' })
  })

  it('[MEDIA-TAP4] a closed room closes its taps and ingests', async () => {
    const ingest = await room.openIngest({ peerId: 'p1', source: 'camera', codec: 'vp8', payloadType: 97, ssrc: 7 })
    const tap = await room.tapProducer({ producerId: ingest.producerId })
    const closed = once(tap, 'closed')
    room.close()
    await closed
    await expect(tap.start({ ip: '127.0.0.1', port: sink.port })).rejects.toThrow()
    ingest.close()
  })

  it('[MEDIA-TAP5] a source gives only its own kind of media', async () => {
    const opening = room.openIngest({ peerId: 'p1', source: 'microphone', codec: 'vp8', payloadType: 97, ssrc: 7 })
    await expect(opening).rejects.toMatchObject({ code: 'WRONG_KIND' })
  })
})
