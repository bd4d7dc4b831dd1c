/** A server with a room that records its host until it is killed. Tells its parent when two seconds are on disk. */
import { startRecording } from '#server/usecases/seminar/recording.ts'
import { HOST } from '../realtime/test-city.ts'
import { startSource, H264_TRACK, OPUS_TRACK } from '../recording/rtp-source.ts'
import { ReplayHouse } from './replay-house.ts'

/** It outlives its parent, so it must end by itself. */
const SECONDS = 12
const [, , url, dataDir] = process.argv
if (url === undefined || dataDir === undefined) throw new Error('usage: doomed-room.ts <database> <folder>')

const house = await ReplayHouse.start({ url, dataDir })
const host = await house.join(HOST)
const { recordingId } = await startRecording(house.deps, host)
const camera = await house.send(host, { source: 'camera', codec: 'h264' })
const microphone = await house.send(host, { source: 'microphone', codec: 'opus' })
const sources = [
  startSource({ track: H264_TRACK, port: camera.port, seconds: SECONDS }),
  startSource({ track: OPUS_TRACK, port: microphone.port, seconds: SECONDS }),
]
for (;;) {
  const { tracks } = await house.manifest(HOST)
  const kept = tracks.map(({ parts }) => parts[0]?.durationMs ?? 0)
  if (kept.length === 2 && Math.min(...kept) >= 2_000) break
}
process.send?.({ recordingId, sourcePids: sources.map(({ pid }) => pid) })
