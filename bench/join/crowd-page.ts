import { Device, type types } from 'mediasoup-client'

/*
 * Many people in one page: each with a device and a transport of its own, without picture element. Their sockets are in the
 * bench, which answers `window.signal`.
 */
const POLL_MS = 20

declare global {
  interface Window {
    signal(person: number, name: string, payload: object): Promise<never>
    joinCrowd: (person: number) => Promise<number>
  }
}

/** Milliseconds from opening the socket to the first decoded picture. */
window.joinCrowd = async (person) => {
  const startedMs = performance.now()
  const ask = (name: string, payload: object = {}) => window.signal(person, name, payload)
  const { routerRtpCapabilities }: { routerRtpCapabilities: types.RtpCapabilities } = await ask('open')
  const device = await Device.factory()
  await device.load({ routerRtpCapabilities })
  const [transportOptions, { producerId }]: [types.TransportOptions, { producerId: string }] = await Promise.all([
    ask('create'),
    ask('sit'),
  ])
  const transport = device.createRecvTransport(transportOptions)
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    ask('connect', { transportId: transport.id, dtlsParameters }).then(done, fail)
  })
  const { recvRtpCapabilities: rtpCapabilities } = device
  const options: types.ConsumerOptions = await ask('consume', {
    transportId: transport.id,
    producerId,
    rtpCapabilities,
  })
  const consumer = await transport.consume(options)
  await ask('resume', { consumerId: consumer.id })
  while (!(await hasPicture(consumer))) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  return performance.now() - startedMs
}

async function hasPicture(consumer: types.Consumer): Promise<boolean> {
  const stats = await consumer.getStats()
  return [...stats.values()].some(({ type, framesDecoded }) => type === 'inbound-rtp' && framesDecoded > 0)
}
