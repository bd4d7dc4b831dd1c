import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { promisify } from 'node:util'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { WebSocketServer } from 'ws'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { openSharedScreen } from '#tests/support/browser/open-shared-screen.ts'
import {
  framesDecoded,
  installReaders,
  measureLipSync,
  measureOwnLipSync,
  readCamera,
  readPageTones,
  readTones,
  watchCamera,
} from '#tests/support/browser/readers.ts'
import { setOffline } from '#tests/support/browser/set-offline.ts'
import { beginPinyin, typePinyin } from '#tests/support/browser/type-pinyin.ts'
import { loopDistanceMs, median } from '#tests/support/footage/footage-clock.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'
import { CuttableProxy } from '#tests/support/network/cuttable-proxy.ts'
import type { Endpoint } from '#tests/support/network/link.ts'

/** The instruments of the whole-seminar test, tried on two browsers that call each other without our product. */

const LEFT_CAMERA = 3
const RIGHT_CAMERA = 12
const SCREEN_CAMERA = 15
const TOLERANCE_MS = 80
const LIPS_SETTLE_MS = 40_000
const FILE_SECONDS = 12

/** As strict as the product's own: the readers must work under it. */
const POLICY =
  "default-src 'none'; script-src 'nonce-none'; style-src 'unsafe-inline'; media-src 'self'; connect-src 'self' ws:"
const BODY = `<!doctype html><title>call</title>
  <video id="remote" autoplay playsinline style="width: 90px; height: 160px; object-fit: cover"></video>
  <button id="share">share</button><p id="text" contenteditable></p>`

let server: Server
let address: Endpoint
let origin: string
let replayFile: string
let left: Browser
let right: Browser

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  await installReaders(context)
  const page = await context.newPage()
  await page.goto(origin)
  return page
}

/** Camera and microphone of this page into a new call; resolves with its offer, candidates included. */
async function offerCall(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 }, audio: true })
    const call = new RTCPeerConnection()
    Object.assign(window, { call })
    for (const track of stream.getTracks()) call.addTrack(track, stream)
    await call.setLocalDescription()
    await new Promise<void>((resolve) => {
      call.onicegatheringstatechange = () => {
        if (call.iceGatheringState === 'complete') resolve()
      }
    })
    return call.localDescription?.sdp ?? ''
  })
}

/** Takes an offer and shows what comes; resolves with the answer. */
async function answerCall(page: Page, { offer, scaleDownBy }: { offer: string; scaleDownBy: number }): Promise<string> {
  return await page.evaluate(
    async ([sdp, scale]) => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 }, audio: true })
      const call = new RTCPeerConnection()
      const remote = document.querySelector<HTMLVideoElement>('#remote')
      const incoming = new MediaStream()
      if (remote !== null) remote.srcObject = incoming
      call.ontrack = ({ track }) => incoming.addTrack(track)
      await call.setRemoteDescription({ type: 'offer', sdp })
      for (const track of stream.getTracks()) {
        const sender = call.addTrack(track, stream)
        if (track.kind !== 'video') continue
        const parameters = sender.getParameters()
        for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = scale
        await sender.setParameters(parameters)
      }
      await call.setLocalDescription()
      await new Promise<void>((resolve) => {
        call.onicegatheringstatechange = () => {
          if (call.iceGatheringState === 'complete') resolve()
        }
      })
      return call.localDescription?.sdp ?? ''
    },
    [offer, scaleDownBy] as const,
  )
}

test.beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/replay.mp4') {
      createReadStream(replayFile).pipe(response.writeHead(200, { 'content-type': 'video/mp4' }))
      return
    }
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY }).end(BODY)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('An HTTP server has an address.')
  address = { host: '127.0.0.1', port: bound.port }
  origin = `http://${address.host}:${address.port}`
  const [leftFootage, rightFootage] = await Promise.all([
    makeFootage({ cameraId: LEFT_CAMERA }),
    makeFootage({ cameraId: RIGHT_CAMERA, fps: 15 }),
  ])
  left = await launchCamera({ footage: leftFootage })
  right = await launchCamera({ footage: rightFootage })
})

test.afterAll(async () => {
  await left.close()
  await right.close()
  server.close()
})

test('camera, moment, tone and lips are read back through a real call, also at 160 × 90', async () => {
  const [caller, callee] = [await openPage(left), await openPage(right)]
  const offer = await offerCall(caller)
  const answer = await answerCall(callee, { offer, scaleDownBy: 4 })
  await caller.evaluate(async (sdp) => {
    const call: unknown = Reflect.get(window, 'call')
    const remote = document.querySelector<HTMLVideoElement>('#remote')
    if (!(call instanceof RTCPeerConnection) || remote === null) throw new Error('There is no call.')
    const incoming = new MediaStream()
    call.ontrack = ({ track }) => incoming.addTrack(track)
    remote.srcObject = incoming
    await call.setRemoteDescription({ type: 'answer', sdp })
  }, answer)

  for (const { receiver, sender, cameraId } of [
    { receiver: callee, sender: caller, cameraId: LEFT_CAMERA },
    { receiver: caller, sender: callee, cameraId: RIGHT_CAMERA },
  ]) {
    const video = receiver.locator('#remote')
    await expect.poll(async () => (await readCamera(video))?.cameraId).toBe(cameraId)
    await expect.poll(async () => (await readTones(video)).map((tone) => tone.cameraId)).toEqual([cameraId])
    expect((await readPageTones(receiver)).map((tone) => tone.cameraId)).toEqual([cameraId])
    expect(await framesDecoded(video)).toBeGreaterThan(0)

    const watch = await watchCamera(video, { durationMs: 1_000 })
    expect(watch.cameraIds).toEqual([cameraId])
    expect(watch.readRatio).toBeGreaterThan(0.9)
    const phaseMs = watch.phaseMs ?? Number.NaN
    const errorsMs = watch.frames.map(({ atMs, clockMs }) => Math.abs(loopDistanceMs(phaseMs, clockMs - atMs)))
    expect(median(errorsMs)).toBeLessThan(TOLERANCE_MS)

    // WebRTC brings picture and sound together step by step in the first seconds of a call.
    await expect
      .poll(
        async () => {
          const [seen, own] = await Promise.all([measureLipSync(video), measureOwnLipSync(sender)])
          return seen === null || own === null ? Number.NaN : Math.abs(seen.soundLateMs - own.soundLateMs)
        },
        { timeout: LIPS_SETTLE_MS },
      )
      .toBeLessThan(TOLERANCE_MS)
  }
  const size = await caller.locator('#remote').evaluate((element: HTMLVideoElement) => element.videoHeight)
  expect(size).toBe(90)
})

for (const lateMs of [0, 200]) {
  test(`the lips of a file whose sound is ${lateMs} ms late are read as such`, async () => {
    const { videoFile, audioFile } = await makeFootage({ cameraId: LEFT_CAMERA })
    replayFile = test.info().outputPath('replay.mp4')
    const inputs = ['-framerate', '30', '-i', videoFile, '-itsoffset', String(lateMs / 1000), '-i', audioFile]
    const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
    const output = ['-t', String(FILE_SECONDS), '-movflags', '+faststart', replayFile]
    await promisify(execFile)('ffmpeg', ['-v', 'error', ...inputs, ...codecs, ...output])

    const page = await openPage(left)
    const video = page.locator('#remote')
    await video.evaluate((element: HTMLVideoElement) => {
      element.src = '/replay.mp4'
      return element.play()
    })
    const lips = await measureLipSync(video)
    expect(lips?.cameraId).toBe(LEFT_CAMERA)
    expect(Math.abs((lips?.soundLateMs ?? Number.NaN) - lateMs)).toBeLessThan(TOLERANCE_MS)
  })
}

test('a shared screen is a page of known content', async () => {
  const page = await openPage(left)
  await openSharedScreen(page.context(), { cameraId: SCREEN_CAMERA })
  await page.bringToFront()
  await page.evaluate(() => {
    document.querySelector('#share')?.addEventListener('click', () => {
      void navigator.mediaDevices.getDisplayMedia({ video: true, audio: true }).then((stream) => {
        const remote = document.querySelector<HTMLVideoElement>('#remote')
        if (remote !== null) remote.srcObject = stream
      })
    })
  })
  await page.click('#share')
  await expect.poll(async () => (await readCamera(page.locator('#remote')))?.cameraId).toBe(SCREEN_CAMERA)
})

test('a cut stops an open WebSocket and nobody is told; after it everything arrives', async () => {
  const echo = new WebSocketServer({ server })
  echo.on('connection', (socket) => socket.on('message', (bytes) => socket.send(`echo ${bytes.toString()}`)))
  const proxy = await CuttableProxy.create({ tcp: [{ from: { host: '127.0.0.1', port: 0 }, to: address }] })
  const route = { from: 'tongke.localhost:80', to: `127.0.0.1:${proxy.tcp[0]?.from.port}` }
  const browser = await launchCamera({ reroute: route })
  const page = await browser.newPage()
  await page.goto('http://tongke.localhost/')
  await page.evaluate(async () => {
    const heard: string[] = []
    const socket = new WebSocket('ws://tongke.localhost/')
    socket.onmessage = (event) => heard.push(String(event.data))
    socket.onclose = () => heard.push('closed')
    Object.assign(window, { socket, heard })
    await new Promise((resolve) => {
      socket.onopen = resolve
    })
  })
  const say = (text: string) =>
    page.evaluate((message) => {
      const socket: unknown = Reflect.get(window, 'socket')
      if (socket instanceof WebSocket) socket.send(message)
    }, text)
  const heard = () => page.evaluate((): unknown => Reflect.get(window, 'heard'))

  await say('one')
  await expect.poll(heard).toEqual(['echo one'])
  await setOffline(page.context(), { proxy, offline: true })
  await say('two')
  expect(await page.evaluate(() => navigator.onLine)).toBe(false)
  expect(await heard()).toEqual(['echo one'])
  await setOffline(page.context(), { proxy, offline: false })
  await expect.poll(heard).toEqual(['echo one', 'echo two'])
  await browser.close()
  await proxy.close()
  echo.close()
})

test('pinyin is typed through a real composition, which can be stopped half-way', async () => {
  const page = await openPage(left)
  const text = page.locator('#text')
  await text.evaluate((element) => {
    const seen: string[] = []
    Object.assign(window, { seen })
    for (const type of ['compositionstart', 'compositionupdate', 'compositionend']) {
      element.addEventListener(type, (event) => {
        if (event instanceof CompositionEvent) seen.push(`${type} ${event.data}`)
      })
    }
  })
  await text.focus()
  await typePinyin(page, { pinyin: 'nihao', commit: '你好' })
  await expect(text).toHaveText('你好')
  const letters = ['n', 'ni', 'nih', 'niha', 'nihao'].map((typed) => `compositionupdate ${typed}`)
  const events: unknown = await page.evaluate(() => Reflect.get(window, 'seen'))
  expect(events).toEqual(['compositionstart ', ...letters, 'compositionupdate 你好', 'compositionend 你好'])

  const composition = await beginPinyin(page)
  await composition.type('s')
  await expect(text).toHaveText('你好s')
  await composition.cancel()
  await expect(text).toHaveText('你好')
})
