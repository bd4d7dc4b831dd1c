import { createWorker, type types } from 'mediasoup'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecordedTrack } from '#server/recording/recorded-track.ts'
import { withSession, type RecordingSession } from './recording-session.ts'
import { findBeeps, findFlashes, sendFlashAndBeep } from './flash-and-beep.ts'
import { H264_TRACK, OPUS_TRACK } from './rtp-source.ts'

const CODECS: types.RtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, preferredPayloadType: 111 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    preferredPayloadType: 102,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
]
const FORMATS = { mic: CODECS[0], cam: CODECS[1] }

let worker: types.Worker
let router: types.Router

beforeAll(async () => {
  worker = await createWorker({ logLevel: 'warn' })
  router = await worker.createRouter({ mediaCodecs: CODECS })
})
afterAll(() => worker.close())

const listenInfo = { protocol: 'udp', ip: '127.0.0.1', portRange: { min: 12_000, max: 12_999 } } as const

/** A producer fed by plain RTP, as a browser's would be by SRTP. */
async function produce(track: RecordedTrack & { trackId: 'cam' | 'mic' }) {
  const transport = await router.createPlainTransport({ listenInfo, comedia: true, rtcpMux: true })
  const format = FORMATS[track.trackId]
  const { mimeType = '', clockRate = 0, channels, parameters } = format ?? {}
  const producer = await transport.produce({
    kind: track.kind,
    rtpParameters: {
      codecs: [
        {
          mimeType,
          clockRate,
          payloadType: track.payloadType,
          ...(channels && { channels }),
          ...(parameters && { parameters }),
        },
      ],
      encodings: [{ ssrc: track.ssrc }],
    },
  })
  return { producer, port: transport.tuple.localPort }
}

/** Records what the producer sends, as the room would: consume to the recorder's port. */
async function record(session: RecordingSession, track: RecordedTrack & { trackId: 'cam' | 'mic' }): Promise<number> {
  const { producer, port } = await produce(track)
  const transport = await router.createPlainTransport({ listenInfo, rtcpMux: true })
  const consumer = await transport.consume({
    producerId: producer.id,
    rtpCapabilities: router.rtpCapabilities,
    paused: true,
  })
  const ssrc = consumer.rtpParameters.encodings?.[0]?.ssrc ?? 0
  const payloadType = consumer.rtpParameters.codecs[0]?.payloadType ?? 0
  const { rtpPort } = await session.recorder.addTrack({ ...track, ssrc, payloadType })
  await transport.connect({ ip: '127.0.0.1', port: rtpPort })
  await consumer.resume()
  return port
}

it('[RECORD-11] through the real worker, a flash and a beep of one moment lie within 40 ms of each other', () =>
  withSession(async (session) => {
    const videoPort = await record(session, { ...H264_TRACK, trackId: 'cam' })
    const audioPort = await record(session, { ...OPUS_TRACK, trackId: 'mic' })
    await sendFlashAndBeep({ videos: [{ port: videoPort, ssrc: H264_TRACK.ssrc }], audioPort, seconds: 5 })
    await session.recorder.close()
    const [cam] = session.closedParts('cam')
    const [mic] = session.closedParts('mic')
    if (!cam || !mic) throw new Error('a part is missing')
    const flashes = (await findFlashes(cam.file)).map((atMs) => atMs + cam.startedAtEpochMs)
    const beeps = (await findBeeps(mic.file)).map((atMs) => atMs + mic.startedAtEpochMs)
    expect(flashes.length).toBeGreaterThanOrEqual(3)
    for (const flash of flashes) {
      const nearest = Math.min(...beeps.map((beep) => Math.abs(beep - flash)))
      expect(nearest).toBeLessThan(40)
    }
  }))
