import { createServer } from 'node:http'
import { join } from 'node:path'
import { createWorker, type types } from 'mediasoup'
import { build } from 'rolldown'
import { Server } from 'socket.io'
import { routerCodecs } from '#server/media/codecs.ts'
import type { BareRequests } from './bare-protocol.ts'

/*
 * mediasoup and Socket.IO alone, as their manuals show them: one router, whoever comes may send and receive, nothing is kept
 * or checked. `bare-server.ts <media port>` tells its parent the port of its page, and ends with it.
 */
const HOST = '127.0.0.1'
const mediaPort = Number(process.argv[2])

const { output } = await build({
  input: join(import.meta.dirname, 'bare-page.ts'),
  platform: 'browser',
  write: false,
  output: { format: 'iife', minify: true },
})
const page = '<!doctype html><meta charset="utf-8"><title>bare</title><body><script src="/page.js"></script>'
const files: Record<string, { type: string; body: string }> = {
  '/': { type: 'text/html', body: page },
  '/page.js': { type: 'text/javascript', body: output[0].code },
}

const worker = await createWorker({ logLevel: 'warn' })
const listen = { ip: HOST, port: mediaPort }
const webRtcServer = await worker.createWebRtcServer({
  listenInfos: [
    { protocol: 'udp', ...listen },
    { protocol: 'tcp', ...listen },
  ],
})
const router = await worker.createRouter({ mediaCodecs: routerCodecs })
const producers: types.Producer[] = []

const httpServer = createServer((request, response) => {
  const file = files[new URL(request.url ?? '/', 'http://bare.invalid').pathname]
  response.writeHead(file === undefined ? 404 : 200, file === undefined ? {} : { 'content-type': file.type })
  response.end(file?.body)
})
const io = new Server(httpServer, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  const transports = new Map<string, types.WebRtcTransport>()
  const consumers = new Map<string, types.Consumer>()
  const of = <T>(map: Map<string, T>, id: string): T => {
    const found = map.get(id)
    if (found === undefined) throw new Error(`No ${id} here.`)
    return found
  }
  const handlers: { [N in keyof BareRequests]: (input: BareRequests[N]) => Promise<object> } = {
    capabilities: () => Promise.resolve({ rtpCapabilities: router.rtpCapabilities }),
    create: async () => {
      const transport = await router.createWebRtcTransport({ webRtcServer, initialAvailableOutgoingBitrate: 1_500_000 })
      transports.set(transport.id, transport)
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport
      return { id, iceParameters, iceCandidates, dtlsParameters }
    },
    'connect-transport': async ({ transportId, dtlsParameters }) => {
      await of(transports, transportId).connect({ dtlsParameters })
      return {}
    },
    produce: async ({ transportId, kind, rtpParameters }) => {
      const producer = await of(transports, transportId).produce({ kind, rtpParameters })
      producers.push(producer)
      return { id: producer.id }
    },
    producers: () => Promise.resolve({ ids: producers.filter(({ kind }) => kind === 'video').map(({ id }) => id) }),
    consume: async ({ transportId, producerId, rtpCapabilities, spatialLayer }) => {
      const transport = of(transports, transportId)
      const consumer = await transport.consume({ producerId, rtpCapabilities, paused: true })
      if (spatialLayer !== undefined) await consumer.setPreferredLayers({ spatialLayer })
      consumers.set(consumer.id, consumer)
      return { id: consumer.id, producerId, kind: consumer.kind, rtpParameters: consumer.rtpParameters }
    },
    resume: async ({ consumerId }) => {
      await of(consumers, consumerId).resume()
      return {}
    },
  }
  for (const [name, handle] of Object.entries(handlers)) {
    // Each handler takes the payload of its own name: what a page of ours sends.
    const answer = handle as (input: unknown) => Promise<unknown>
    socket.on(name, (input: unknown, acknowledge: (output: unknown) => void) => {
      void answer(input).then(acknowledge, (error: unknown) => console.error('bare server:', name, error))
    })
  }
  socket.on('disconnect', () => {
    for (const transport of transports.values()) transport.close()
  })
})
httpServer.listen(0, HOST, () => {
  const address = httpServer.address()
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port })
})
process.once('disconnect', () => process.exit(0))
