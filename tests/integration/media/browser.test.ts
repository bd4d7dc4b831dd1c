import { on, once } from 'node:events'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MediaRoom } from '#server/media/media-room.ts'
import { MediaRooms } from '#server/media/media-rooms.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { findChromium } from '#tests/support/browser/chromium-executable.ts'
import { bundlePage, openBrowserPeer, type BrowserPeer } from './browser-peer.ts'
import { poolOptions } from './pool-options.ts'
import { RtpSink } from './rtp-sink.ts'

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
  ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
]
const STEP_MS = 15_000

let pool: WorkerPool
let rooms: MediaRooms
let room: MediaRoom
let browser: Browser
let sender: BrowserPeer
let receiver: BrowserPeer
let cameraId = ''
let microphoneId = ''

beforeAll(async () => {
  pool = await WorkerPool.create(poolOptions({ block: 4 }))
  rooms = MediaRooms.create({ pool })
  room = await rooms.getOrCreate('s1')
  browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS })
  const script = await bundlePage()
  sender = await openBrowserPeer({ browser, script, room, peerId: 'sender' })
  receiver = await openBrowserPeer({ browser, script, room, peerId: 'receiver' })
}, 60_000)
afterAll(async () => {
  await browser.close()
  rooms.closeAll()
  pool.close()
})

/** Sends camera and microphone, and waits until the receiver decodes both. */
async function meet(): Promise<void> {
  await sender.page.evaluate(() => window.mediaPage.publish())
  const producerOf = (source: string) => room.producers.find((producer) => producer.source === source)?.producerId ?? ''
  cameraId = producerOf('camera')
  microphoneId = producerOf('microphone')
  await receiver.page.evaluate(() => window.mediaPage.openReceive())
  for (const producerId of [cameraId, microphoneId]) {
    await receiver.page.evaluate((own) => window.mediaPage.receive(own), { producerId })
  }
  await moreFrames()
}

async function moreFrames(): Promise<void> {
  const before = await receiver.page.evaluate((own) => window.mediaPage.frames(own), { producerId: cameraId })
  await receiver.page.waitForFunction(
    ({ producerId, wanted }) => window.mediaPage.frames({ producerId }) > wanted,
    { producerId: cameraId, wanted: before + 10 },
    { timeout: STEP_MS },
  )
}

async function consumerId(): Promise<string> {
  const element = receiver.page.locator(`#p-${cameraId}`)
  return (await element.getAttribute('data-consumer')) ?? ''
}

describe('two browsers', { timeout: 3 * STEP_MS }, () => {
  it('[MEDIA-WEB1] one sends a camera in three layers and a microphone, the other sees and hears them', async () => {
    const speaking = once(room, 'speaking')
    await meet()
    expect(room.producers).toMatchObject([
      { peerId: 'sender', source: 'camera', kind: 'video', paused: false },
      { peerId: 'sender', source: 'microphone', kind: 'audio', paused: false },
    ])
    // The fake microphone beeps once a second.
    const [speakers] = await speaking
    expect(speakers).toMatchObject([{ peerId: 'sender', producerId: microphoneId }])
    await receiver.page.waitForFunction(
      async (producerId) => (await window.mediaPage.sound({ producerId })).energy > 0.001,
      microphoneId,
      { timeout: STEP_MS },
    )
  })

  it('[MEDIA-WEB2] the layer follows what the receiver prefers', async () => {
    const id = await consumerId()
    const small = { producerId: cameraId }
    await receiver.peer.setPreferredLayers({ consumerId: id, spatialLayer: 0 })
    await receiver.page.waitForFunction((own) => window.mediaPage.width(own) <= 320, small, { timeout: STEP_MS })
    const changes = on(room, 'consumer-layers', { signal: AbortSignal.timeout(STEP_MS) })
    await receiver.peer.setPreferredLayers({ consumerId: id, spatialLayer: 1 })
    for await (const [change] of changes) {
      expect(change).toMatchObject({ peerId: 'receiver', consumerId: id, producerId: cameraId })
      if (change.spatialLayer === 1) break
    }
    await receiver.page.waitForFunction((own) => window.mediaPage.width(own) > 320, small, { timeout: STEP_MS })
  })

  it('[MEDIA-WEB3] a paused producer is told, stands still, and moves again', async () => {
    const paused = once(room, 'producer-paused')
    await sender.peer.pauseProducer({ producerId: cameraId })
    expect((await paused)[0]).toMatchObject({ producerId: cameraId, peerId: 'sender', paused: true })
    const resumed = once(room, 'producer-resumed')
    await sender.peer.resumeProducer({ producerId: cameraId })
    expect((await resumed)[0]).toMatchObject({ producerId: cameraId, paused: false })
    await moreFrames()
  })

  it('[MEDIA-WEB4] a paused consumer moves again from a keyframe', async () => {
    const id = await consumerId()
    await receiver.peer.pauseConsumer({ consumerId: id })
    await receiver.peer.resumeConsumer({ consumerId: id })
    await moreFrames()
  })

  it('[MEDIA-WEB5] of many keyframe requests at once the sender hears few', async () => {
    const id = await consumerId()
    const count = async () => Math.max(...(await sender.page.evaluate(() => window.mediaPage.keyframeRequests())))
    const before = await count()
    const startedMs = performance.now()
    await Promise.all(Array.from({ length: 50 }, () => receiver.peer.requestKeyFrame({ consumerId: id })))
    await moreFrames()
    const allowed = 2 + Math.ceil((performance.now() - startedMs) / 500)
    expect((await count()) - before).toBeLessThanOrEqual(allowed)
  })

  it('[MEDIA-WEB6] the link is measured: path, loss, round trip, bars', async () => {
    const { send, receive } = await sender.peer.getTransportStats()
    expect(receive).toBeNull()
    expect(send).toMatchObject({ iceState: 'completed', protocol: 'udp' })
    expect(send?.receivedBps).toBeGreaterThan(10_000)
    const link = (await receiver.peer.getTransportStats()).receive
    expect(link?.bars).toBeGreaterThanOrEqual(1)
    expect(link?.lossRatio).toBeLessThan(0.5)
  })

  it('[MEDIA-WEB7] ICE restarts and the same consumer goes on', async () => {
    const { receive } = await receiver.peer.getTransportStats()
    expect(receive?.iceState).toBe('completed')
    const transportId = await receiver.page.evaluate(() => window.mediaPage.receiveTransportId())
    const iceParameters = await receiver.peer.restartIce({ transportId })
    await receiver.page.evaluate((own) => window.mediaPage.restartIce(own), { iceParameters })
    await moreFrames()
  })

  it('[MEDIA-WEB8] a tap records a large layer while people watch the smallest', async () => {
    const changes = on(room, 'consumer-layers', { signal: AbortSignal.timeout(STEP_MS) })
    await receiver.peer.setPreferredLayers({ consumerId: await consumerId(), spatialLayer: 0 })
    for await (const [change] of changes) if (change.spatialLayer === 0) break
    const sink = await RtpSink.create()
    const tap = await room.tapProducer({ producerId: cameraId })
    const layers = on(tap, 'layers', { signal: AbortSignal.timeout(STEP_MS) })
    await tap.start({ ip: '127.0.0.1', port: sink.port })
    // A busy machine may not send the largest of three.
    for await (const [{ spatialLayer }] of layers) if (spatialLayer !== null && spatialLayer >= 1) break
    const packets = await sink.take(50)
    const streams = new Set(packets.map(({ ssrc, payloadType }) => `${ssrc}/${payloadType}`))
    expect(streams).toEqual(new Set([`${tap.ssrc}/${tap.payloadType}`]))
    tap.close()
    sink.close()
  })

  it('[MEDIA-WEB9] the worker is killed: both are told at once and see each other again', async () => {
    const reset = once(rooms, 'reset')
    const killedMs = performance.now()
    process.kill(room.workerPid, 'SIGKILL')
    await reset
    room = await rooms.getOrCreate('s1')
    sender.enter(room)
    receiver.enter(room)
    await meet()
    expect(performance.now() - killedMs).toBeLessThan(STEP_MS)
    expect(room.producers).toHaveLength(2)
  })
})
