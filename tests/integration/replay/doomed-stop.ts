/** A server that is killed when its recording is stopped and the log does not say so yet. Tells its parent which. */
import { startRecording } from '#server/usecases/seminar/recording.ts'
import { HOST, SESSION } from '../realtime/test-city.ts'
import { startSource, OPUS_TRACK } from '../recording/rtp-source.ts'
import { ReplayHouse } from './replay-house.ts'

const [, , url, dataDir] = process.argv
if (url === undefined || dataDir === undefined) throw new Error('usage: doomed-stop.ts <database> <folder>')

const house = await ReplayHouse.start({ url, dataDir })
const host = await house.join(HOST)
const { recordingId } = await startRecording(house.deps, host)
const microphone = await house.send(host, { source: 'microphone', codec: 'opus' })
await startSource({ track: OPUS_TRACK, port: microphone.port, seconds: 2 }).ended
await house.conductor.stop({ sessionId: SESSION, recordingId, endMs: 2_500 })
process.send?.({ recordingId }, () => process.kill(process.pid, 'SIGKILL'))
