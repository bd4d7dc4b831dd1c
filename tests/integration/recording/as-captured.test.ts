import { createWorker, type types } from 'mediasoup'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routerCodecs } from '#server/media/codecs.ts'
import { RecordingTap } from '#server/media/recording-tap.ts'
import type { RecordedTrack } from '#server/recording/recorded-track.ts'
import type { PartClosed } from '#server/recording/recorder-events.ts'
import { BrowserSender } from './browser-sender.ts'
import { findBeeps, findFlashes, sendFlashAndBeep } from './flash-and-beep.ts'
import { withSession, type RecordingSession } from './recording-session.ts'
import { H264_TRACK, OPUS_TRACK } from './rtp-source.ts'

const PLAIN_PORTS = { min: 14_000, max: 14_499 }
const LISTEN = { protocol: 'udp', ip: '127.0.0.1', portRange: PLAIN_PORTS } as const
const APART_MS = 40
const HOUR_MS = 3_600_000
const LOW_LAYER_SSRC = 4_444

let worker: types.Worker
let router: types.Router

beforeAll(async () => {
  worker = await createWorker({ logLevel: 'warn' })
  router = await worker.createRouter({ mediaCodecs: routerCodecs })
})
afterAll(() => worker.close())

/** Where a browser sends to: one transport for all of its tracks. */
async function openBrowser({ clockErrorMs }: { clockErrorMs: number }) {
  const transport = await router.createPlainTransport({ listenInfo: LISTEN, comedia: true, rtcpMux: true })
  const sender = await BrowserSender.open({ port: transport.tuple.localPort, clockErrorMs })
  const produce = (track: RecordedTrack, { ssrcs }: { ssrcs: number[] }) => {
    const codec = routerCodecs.find(({ mimeType }) => mimeType.toLowerCase().endsWith(track.codec))
    if (codec === undefined) throw new Error(`no router speaks ${track.codec}`)
    const { mimeType, clockRate, channels, parameters = {} } = codec
    const codecs = [{ mimeType, clockRate, payloadType: track.payloadType, parameters, ...(channels && { channels }) }]
    const encodings = ssrcs.map((ssrc) => ({ ssrc }))
    return transport.produce({ kind: track.kind, rtpParameters: { codecs, encodings, rtcp: { cname: 'browser' } } })
  }
  return { sender, produce }
}

/** As the room records it. */
async function record(
  session: RecordingSession,
  { track, producer }: { track: RecordedTrack; producer: types.Producer },
) {
  const tap = await RecordingTap.create({ router, producer, plainPorts: PLAIN_PORTS })
  const { rtpPort } = await session.recorder.addTrack({ ...track, ssrc: tap.ssrc, payloadType: tap.payloadType })
  await tap.start({ ip: '127.0.0.1', port: rtpPort })
}

const momentsOf = async (part: PartClosed, find: (file: string) => Promise<number[]>) =>
  (await find(part.file)).map((atMs) => atMs + part.startedAtEpochMs)

/** How far each flash lies from the beep next to it: positive where the picture is late. */
async function lipsOf(session: RecordingSession): Promise<number[][]> {
  const [mic] = session.closedParts('mic')
  if (mic === undefined) throw new Error('no sound was kept')
  const beeps = await momentsOf(mic, findBeeps)
  const nearest = (flash: number) =>
    beeps.map((beep) => flash - beep).reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), Infinity)
  const parts = session.closedParts('cam').sort((a, b) => a.partIndex - b.partIndex)
  return Promise.all(parts.map(async (part) => (await momentsOf(part, findFlashes)).map(nearest)))
}

describe('[RECORD-18] a track lies where it was captured', () => {
  it.each([
    { who: 'a browser whose picture leaves 150 ms late', soundLagMs: 0, pictureLagMs: 150, clockErrorMs: 0 },
    { who: 'whose clock is an hour ahead', soundLagMs: 20, pictureLagMs: 200, clockErrorMs: HOUR_MS },
    { who: 'whose clock is an hour behind', soundLagMs: 200, pictureLagMs: 20, clockErrorMs: -HOUR_MS },
  ])('$who', ({ soundLagMs, pictureLagMs, clockErrorMs }) =>
    withSession(async (session) => {
      const { sender, produce } = await openBrowser({ clockErrorMs })
      const camera = await sender.add(H264_TRACK, { lagMs: pictureLagMs })
      const microphone = await sender.add(OPUS_TRACK, { lagMs: soundLagMs })
      await record(session, { track: H264_TRACK, producer: await produce(H264_TRACK, { ssrcs: [H264_TRACK.ssrc] }) })
      await record(session, { track: OPUS_TRACK, producer: await produce(OPUS_TRACK, { ssrcs: [OPUS_TRACK.ssrc] }) })
      await sendFlashAndBeep({
        videos: [{ port: camera.port, ssrc: H264_TRACK.ssrc }],
        ...{ audioPort: microphone.port, seconds: 7 },
      })
      await session.recorder.close()
      sender.close()
      const [lips = [], ...others] = await lipsOf(session)
      expect(others).toEqual([])
      expect(lips.length).toBeGreaterThanOrEqual(4)
      expect(Math.max(...lips.map(Math.abs)), lips.join(' ')).toBeLessThan(APART_MS)
    }),
  )

  it('in every simulcast layer, although the worker gives the second one timestamps of its own', () =>
    withSession(async (session) => {
      const { sender, produce } = await openBrowser({ clockErrorMs: HOUR_MS })
      const low = await sender.add({ ...H264_TRACK, ssrc: LOW_LAYER_SSRC }, { lagMs: 60 })
      const high = await sender.add(H264_TRACK, { lagMs: 150 })
      const microphone = await sender.add(OPUS_TRACK, { lagMs: 0 })
      const ssrcs = [LOW_LAYER_SSRC, H264_TRACK.ssrc]
      await record(session, { track: H264_TRACK, producer: await produce(H264_TRACK, { ssrcs }) })
      await record(session, { track: OPUS_TRACK, producer: await produce(OPUS_TRACK, { ssrcs: [OPUS_TRACK.ssrc] }) })
      const sending = sendFlashAndBeep({
        videos: [
          { port: low.port, ssrc: LOW_LAYER_SSRC, size: '160x90' },
          { port: high.port, ssrc: H264_TRACK.ssrc },
        ],
        ...{ audioPort: microphone.port, seconds: 14 },
      })
      await session.until(() => session.of('fragment').filter(({ trackId }) => trackId === 'cam').length >= 6)
      high.mute()
      await sending
      await session.recorder.close()
      sender.close()
      const widths = session.closedParts('cam').map(({ widthPx }) => widthPx)
      expect(widths).toContain(320)
      expect(widths.at(-1)).toBe(160)
      for (const lips of await lipsOf(session)) {
        expect(Math.max(0, ...lips.map(Math.abs)), lips.join(' ')).toBeLessThan(APART_MS)
      }
    }))
})
