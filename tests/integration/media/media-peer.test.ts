import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RtpCapabilities, RtpParameters } from '#core/contract/media.ts'
import { MediaRoom } from '#server/media/media-room.ts'
import type { MediaPeer } from '#server/media/media-peer.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { poolOptions } from './pool-options.ts'

const opus: RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1 }],
}
const vp8 = (ssrcs: number[]): RtpParameters => ({
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: ssrcs.map((ssrc) => ({ ssrc })),
})

let pool: WorkerPool
let room: MediaRoom
let capabilities: RtpCapabilities
let ssrc = 1_000

beforeEach(async () => {
  pool = await WorkerPool.create(poolOptions({ block: 5 }))
  room = await MediaRoom.create({ sessionId: 's1', worker: await pool.acquire(), maxConsumersPerPeer: 2, maxPeers: 4 })
  capabilities = room.rtpCapabilities
})
afterEach(() => pool.close())

async function send(peer: MediaPeer, source: 'camera' | 'screen'): Promise<string> {
  const { id: transportId } = await peer.createTransport({ direction: 'send' })
  ssrc += 10
  return (await peer.produce({ transportId, source, kind: 'video', rtpParameters: vp8([ssrc]) })).producerId
}

describe('MediaPeer', () => {
  it('[MEDIA-PEER1] browsers are sent to the worker’s one port, by UDP first and TCP second', async () => {
    const { iceCandidates } = await room.addPeer({ peerId: 'a' }).createTransport({ direction: 'send' })
    const { firstPort: port } = poolOptions({ block: 5 })
    const seen = iceCandidates.toSorted((one, two) => two.priority - one.priority)
    expect(seen).toMatchObject([
      { protocol: 'udp', port, ip: '127.0.0.1' },
      { protocol: 'tcp', port, ip: '127.0.0.1' },
    ])
  })

  it('[MEDIA-PEER2] codecs are offered best first, and phones turn their pictures themselves', () => {
    const media = (capabilities.codecs ?? []).filter(({ mimeType }) => !mimeType.endsWith('/rtx'))
    expect(media.map(({ mimeType }) => mimeType)).toEqual(['audio/opus', 'video/H264', 'video/VP8'])
    expect(media[0]?.rtcpFeedback?.map(({ type }) => type)).toEqual(['nack', 'transport-cc'])
    expect(media[1]?.parameters).toMatchObject({ 'packetization-mode': 1, 'profile-level-id': '42e01f' })
    expect(capabilities.headerExtensions?.some(({ uri }) => uri === 'urn:3gpp:video-orientation')).toBe(false)
  })

  it('[MEDIA-PEER3] one producer per source, also when two are asked for at once; closed, it is free again', async () => {
    const peer = room.addPeer({ peerId: 'a' })
    const { id: transportId } = await peer.createTransport({ direction: 'send' })
    const produce = (own: number) =>
      peer.produce({ transportId, source: 'camera', kind: 'video', rtpParameters: vp8([own]) })
    const [first, second] = await Promise.allSettled([produce(10), produce(20)])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'PRODUCER_QUOTA' } })
    const removed = once(room, 'producer-removed')
    peer.closeProducer({ producerId: peer.findProducerId('camera') ?? '' })
    expect((await removed)[0]).toMatchObject({ peerId: 'a', source: 'camera' })
    await expect(produce(30)).resolves.toMatchObject({ producerId: expect.any(String) })
  })

  it('[MEDIA-PEER4] what does not fit is refused by a code, and leaves the source free', async () => {
    const peer = room.addPeer({ peerId: 'a' })
    const { id: sending } = await peer.createTransport({ direction: 'send' })
    const { id: receiving } = await peer.createTransport({ direction: 'receive' })
    const camera = { source: 'camera', kind: 'video' } as const
    const refused = async (made: Promise<unknown>, code: string) => await expect(made).rejects.toMatchObject({ code })
    await refused(peer.produce({ ...camera, transportId: receiving, rtpParameters: vp8([1]) }), 'WRONG_DIRECTION')
    await refused(peer.produce({ ...camera, transportId: 'x', rtpParameters: vp8([1]) }), 'TRANSPORT_NOT_FOUND')
    await refused(peer.produce({ ...camera, kind: 'audio', transportId: sending, rtpParameters: opus }), 'WRONG_KIND')
    await refused(
      peer.produce({ ...camera, transportId: sending, rtpParameters: vp8([1, 2, 3, 4]) }),
      'INVALID_PARAMETERS',
    )
    await refused(
      peer.produce({ ...camera, transportId: sending, rtpParameters: { codecs: [] } }),
      'INVALID_PARAMETERS',
    )
    await refused(
      peer.connectTransport({
        transportId: sending,
        dtlsParameters: { fingerprints: [{ algorithm: 'md5', value: 'AB' }] },
      }),
      'INVALID_PARAMETERS',
    )
    await refused(peer.pauseProducer({ producerId: 'x' }), 'PRODUCER_NOT_FOUND')
    await refused(peer.resumeConsumer({ consumerId: 'x' }), 'CONSUMER_NOT_FOUND')
    await expect(peer.produce({ ...camera, transportId: sending, rtpParameters: vp8([1]) })).resolves.toBeDefined()
  })

  it('[MEDIA-PEER5] what another sends cannot be paused or closed', async () => {
    const producerId = await send(room.addPeer({ peerId: 'a' }), 'camera')
    const other = room.addPeer({ peerId: 'b' })
    await expect(other.pauseProducer({ producerId })).rejects.toMatchObject({ code: 'PRODUCER_NOT_FOUND' })
    expect(() => other.closeProducer({ producerId })).toThrow(/No producer/)
  })

  it('[MEDIA-PEER6] consumers start paused, are the same when asked for twice, and have a quota', async () => {
    const sender = room.addPeer({ peerId: 'a' })
    const { id: sending } = await sender.createTransport({ direction: 'send' })
    const sources = ['camera', 'screen'] as const
    const ids: string[] = []
    for (const [at, source] of sources.entries()) {
      const rtpParameters = vp8([500 + at])
      ids.push((await sender.produce({ transportId: sending, source, kind: 'video', rtpParameters })).producerId)
    }
    ids.push(await send(room.addPeer({ peerId: 'b' }), 'camera'))
    const receiver = room.addPeer({ peerId: 'c' })
    const { id: transportId } = await receiver.createTransport({ direction: 'receive' })
    const consume = (at: number) =>
      receiver.consume({ transportId, producerId: ids[at] ?? '', rtpCapabilities: capabilities })
    const [first, again] = await Promise.all([consume(0), consume(0)])
    expect(again.id).toBe(first.id)
    await consume(1)
    await expect(consume(2)).rejects.toMatchObject({ code: 'CONSUMER_QUOTA' })
    await receiver.setPreferredLayers({ consumerId: first.id, spatialLayer: 0 })
    await receiver.setPriority({ consumerId: first.id, priority: 200 })

    const closed = once(room, 'consumer-closed')
    sender.closeProducer({ producerId: first.producerId })
    expect((await closed)[0]).toEqual({ peerId: 'c', consumerId: first.id, producerId: first.producerId })
    await expect(consume(2)).resolves.toMatchObject({ kind: 'video' })
  })

  it('[MEDIA-PEER12] a path to receive comes with silence for who says what they can play', async () => {
    const peer = room.addPeer({ peerId: 'a' })
    const { silence: unasked } = await peer.createTransport({ direction: 'receive' })
    expect(unasked).toBeNull()
    const { silence } = await peer.createTransport({ direction: 'receive', rtpCapabilities: capabilities })
    expect(silence).toMatchObject({ kind: 'audio' })
    expect(room.producers).toEqual([])
    expect((await peer.getTransportStats()).receive).not.toBeNull()
    const deaf = { codecs: [], headerExtensions: [] }
    const { silence: unheard } = await peer.createTransport({ direction: 'receive', rtpCapabilities: deaf })
    expect(unheard).toBeNull()
    const { silence: sending } = await peer.createTransport({ direction: 'send', rtpCapabilities: capabilities })
    expect(sending).toBeNull()
  })

  it('[MEDIA-PEER7] without a codec in common nothing is made', async () => {
    const producerId = await send(room.addPeer({ peerId: 'a' }), 'camera')
    const receiver = room.addPeer({ peerId: 'b' })
    const { id: transportId } = await receiver.createTransport({ direction: 'receive' })
    const rtpCapabilities = { codecs: [], headerExtensions: [] }
    const consuming = receiver.consume({ transportId, producerId, rtpCapabilities })
    await expect(consuming).rejects.toMatchObject({ code: 'CANNOT_CONSUME' })
  })

  it('[MEDIA-PEER8] a second transport of a direction replaces the first, and what it carried ends', async () => {
    const peer = room.addPeer({ peerId: 'a' })
    const producerId = await send(peer, 'camera')
    const removed = once(room, 'producer-removed')
    const [one, two] = await Promise.allSettled([
      peer.createTransport({ direction: 'send' }),
      peer.createTransport({ direction: 'send' }),
    ])
    expect(one.status).toBe('fulfilled')
    expect(two).toMatchObject({ reason: { code: 'TRANSPORT_QUOTA' } })
    expect((await removed)[0]).toMatchObject({ producerId })
    expect(room.producers).toEqual([])
  })

  it('[MEDIA-PEER9] who comes back takes the place of their ghost', async () => {
    const ghost = room.addPeer({ peerId: 'a' })
    await send(ghost, 'camera')
    const back = room.addPeer({ peerId: 'a' })
    expect(ghost.closed).toBe(true)
    expect(room.findPeer('a')).toBe(back)
    expect(room.producers).toEqual([])
    for (const peerId of ['b', 'c', 'd']) room.addPeer({ peerId })
    expect(() => room.addPeer({ peerId: 'e' })).toThrow(/No more than 4/)
  })

  it('[MEDIA-PEER10] a peer closed while a transport opens keeps none', async () => {
    const peer = room.addPeer({ peerId: 'a' })
    const opening = peer.createTransport({ direction: 'send' })
    peer.close()
    peer.close()
    await expect(opening).rejects.toMatchObject({ code: 'CLOSED' })
    expect(room.findPeer('a')).toBeNull()
  })

  it('[MEDIA-PEER11] a peer may be prewarmed: both transports stand before anything is sent', async () => {
    const peer = room.addPeer({ peerId: 'a' })
    const made = await Promise.all([
      peer.createTransport({ direction: 'send' }),
      peer.createTransport({ direction: 'receive' }),
    ])
    expect(new Set(made.map(({ id }) => id)).size).toBe(2)
    expect(await peer.getTransportStats()).toMatchObject({ send: { bars: 0, protocol: null }, receive: { bars: 0 } })
  })
})
