import { Device, type types } from 'mediasoup-client'
import { io } from 'socket.io-client'
import { CAMERA_LAYERS } from '#app/_client/media-sender.ts'
import type { BareAnswer, BareRequests } from './bare-protocol.ts'

/*
 * The smallest page that shows somebody else's camera: connects and makes its transport when it is loaded, receives when 进入 is
 * pressed. With `#publish` it sends its own camera instead, in the layers of the product.
 */
const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } }

const socket = io({ transports: ['websocket'] })
const ask = <N extends keyof BareRequests>(name: N, input: BareRequests[N]): Promise<BareAnswer<N>> =>
  socket.emitWithAck(name, input)

async function openTransport(direction: 'send' | 'receive'): Promise<{ device: Device; transport: types.Transport }> {
  const [{ rtpCapabilities }, options] = await Promise.all([ask('capabilities', {}), ask('create', {})])
  const device = await Device.factory()
  await device.load({ routerRtpCapabilities: rtpCapabilities })
  const transport = direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options)
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    ask('connect-transport', { transportId: transport.id, dtlsParameters }).then(done, fail)
  })
  transport.on('produce', ({ kind, rtpParameters }, done, fail) => {
    ask('produce', { transportId: transport.id, kind, rtpParameters }).then(done, fail)
  })
  return { device, transport }
}

async function publish(): Promise<void> {
  const { transport } = await openTransport('send')
  const stream = await navigator.mediaDevices.getUserMedia({ video: CAMERA })
  for (const track of stream.getVideoTracks()) {
    await transport.produce({ track, encodings: CAMERA_LAYERS, codecOptions: { videoGoogleStartBitrate: 1_000 } })
  }
  document.title = 'publishing'
}

async function enter(opening: ReturnType<typeof openTransport>): Promise<void> {
  const { device, transport } = await opening
  const { ids } = await ask('producers', {})
  for (const producerId of ids) {
    const rtpCapabilities = device.recvRtpCapabilities
    const consumer = await transport.consume(
      await ask('consume', { transportId: transport.id, producerId, rtpCapabilities }),
    )
    const video = document.createElement('video')
    Object.assign(video, {
      muted: true,
      autoplay: true,
      playsInline: true,
      srcObject: new MediaStream([consumer.track]),
    })
    document.body.append(video)
    await ask('resume', { consumerId: consumer.id })
  }
}

if (location.hash === '#publish') void publish()
else {
  const opening = openTransport('receive')
  const button = document.createElement('button')
  button.textContent = '进入'
  button.addEventListener('click', () => void enter(opening))
  document.body.append(button)
  void opening.then(() => (document.title = 'prewarmed'))
}
