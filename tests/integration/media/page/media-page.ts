import { Device, type types } from 'mediasoup-client'

/*
 * The browser's half of the media tests, bundled into a page. `ask` is the socket: the test answers it with a MediaPeer.
 */

declare global {
  interface Window {
    ask(method: string, payload: object): Promise<never>
    mediaPage: typeof mediaPage
  }
}

const page: {
  device: Device | null
  send: types.Transport | null
  receive: types.Transport | null
  consumers: Map<string, types.Consumer>
} = { device: null, send: null, receive: null, consumers: new Map() }

function connect(transport: types.Transport): types.Transport {
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    window.ask('connect', { transportId: transport.id, dtlsParameters }).then(() => done(), fail)
  })
  transport.on('produce', ({ kind, rtpParameters, appData }, done, fail) => {
    const payload = { transportId: transport.id, kind, rtpParameters, source: appData['source'], paused: false }
    window.ask('produce', payload).then(done, fail)
  })
  return transport
}

async function device(): Promise<Device> {
  if (page.device !== null) return page.device
  page.device = await Device.factory()
  await page.device.load({ routerRtpCapabilities: await window.ask('capabilities', {}) })
  return page.device
}

const mediaPage = {
  /** Camera in three layers and microphone; begins anew when called again, as after a reset. */
  async publish(): Promise<string[]> {
    page.send?.close()
    const own = await device()
    page.send = connect(own.createSendTransport(await window.ask('create', { direction: 'send' })))
    const video = { width: 1280, height: 720, frameRate: 20 }
    const [camera, microphone] = await Promise.all([
      navigator.mediaDevices.getUserMedia({ video }),
      navigator.mediaDevices.getUserMedia({ audio: true }),
    ])
    const [picture, sound] = [camera.getVideoTracks()[0], microphone.getAudioTracks()[0]]
    if (picture === undefined || sound === undefined) throw new Error('No camera or microphone.')
    const encodings = [
      { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
      { scaleResolutionDownBy: 2, maxBitrate: 500_000 },
      { scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
    ]
    const video0 = await page.send.produce({ track: picture, encodings, appData: { source: 'camera' } })
    const audio0 = await page.send.produce({
      track: sound,
      codecOptions: { opusNack: true },
      appData: { source: 'microphone' },
    })
    return [video0.rtpParameters.codecs[0]?.mimeType ?? '', audio0.rtpParameters.codecs[0]?.mimeType ?? '']
  },

  async openReceive(): Promise<void> {
    page.receive?.close()
    const own = await device()
    page.receive = connect(own.createRecvTransport(await window.ask('create', { direction: 'receive' })))
  },

  async receive({ producerId }: { producerId: string }): Promise<string> {
    const own = await device()
    if (page.receive === null) throw new Error('No transport to receive on.')
    const { rtpCapabilities } = own
    const options = await window.ask('consume', { transportId: page.receive.id, producerId, rtpCapabilities })
    const consumer = await page.receive.consume(options)
    page.consumers.set(producerId, consumer)
    const element = document.createElement(consumer.kind)
    element.id = `p-${producerId}`
    element.dataset['consumer'] = consumer.id
    element.autoplay = true
    if (consumer.kind === 'video') element.muted = true
    element.srcObject = new MediaStream([consumer.track])
    document.body.append(element)
    await window.ask('resume', { consumerId: consumer.id })
    return consumer.id
  },

  frames({ producerId }: { producerId: string }): number {
    return mediaPage.video(producerId).getVideoPlaybackQuality().totalVideoFrames
  },

  width({ producerId }: { producerId: string }): number {
    return mediaPage.video(producerId).videoWidth
  },

  video(producerId: string): HTMLVideoElement {
    const element = document.getElementById(`p-${producerId}`)
    if (!(element instanceof HTMLVideoElement)) throw new Error(`No video of ${producerId}.`)
    return element
  },

  /** How many packets of sound came, and whether they were audible (0–1, RMS of all time). */
  async sound({ producerId }: { producerId: string }): Promise<{ packets: number; energy: number }> {
    const stats = await page.consumers.get(producerId)?.getStats()
    for (const stat of stats?.values() ?? []) {
      if (stat.type === 'inbound-rtp') return { packets: stat.packetsReceived, energy: stat.totalAudioEnergy }
    }
    return { packets: 0, energy: 0 }
  },

  /** The keyframe requests that reached the sender, by layer. */
  async keyframeRequests(): Promise<number[]> {
    const stats = await page.send?.getStats()
    return [...(stats?.values() ?? [])].flatMap((stat) =>
      stat.type === 'outbound-rtp' && stat.kind === 'video' ? [stat.pliCount] : [],
    )
  },

  receiveTransportId(): string {
    return page.receive?.id ?? ''
  },

  async restartIce({ iceParameters }: { iceParameters: types.IceParameters }): Promise<void> {
    await page.receive?.restartIce({ iceParameters })
  },
}
window.mediaPage = mediaPage
