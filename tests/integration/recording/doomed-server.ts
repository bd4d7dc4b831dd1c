/** A server that records one stream until it is killed. Tells its parent the port, then that two fragments are on disk. */
import { Recorder } from '#server/recording/recorder.ts'
import { H264_TRACK } from './rtp-source.ts'

const [, , directory] = process.argv
if (directory === undefined) throw new Error('usage: doomed-server.ts <directory>')
let fragments = 0
const recorder = await Recorder.start({
  directory,
  onEvent: (event) => {
    if (event.type === 'fragment' && ++fragments === 2) process.send?.('recording')
  },
})
const { rtpPort } = await recorder.addTrack(H264_TRACK)
process.send?.({ rtpPort, recorderPid: recorder.pid })
