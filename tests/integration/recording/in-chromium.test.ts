import { open, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fragmentsBetween, readIndex } from '#server/recording/part-index.ts'
import { RecordingSession } from './recording-session.ts'
import { H264_TRACK, OPUS_TRACK, startSource, VP8_TRACK } from './rtp-source.ts'

const TRACKS = [H264_TRACK, VP8_TRACK, OPUS_TRACK]
const MIME = {
  cam: 'video/mp4; codecs="avc1.42c01f"',
  fox: 'video/webm; codecs="vp8"',
  mic: 'audio/mp4; codecs="opus"',
} as const

let session: RecordingSession
let server: Server
let browser: Browser
let page: Page

/** Serves the recordings with byte ranges, as a player needs them. */
async function serve(directory: string): Promise<Server> {
  const started = createServer((request, response) => {
    const answer = async () => {
      const name = path.basename(request.url ?? '/')
      if (name === '') return response.setHeader('content-type', 'text/html').end('<!doctype html><body>')
      const file = path.join(directory, name)
      const { size } = await stat(file)
      const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? 'bytes=0-') ?? []
      const start = Number(from)
      const end = to ? Math.min(Number(to), size - 1) : size - 1
      const handle = await open(file)
      const { buffer } = await handle.read(Buffer.alloc(end - start + 1), 0, end - start + 1, start)
      await handle.close()
      response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${size}`, 'accept-ranges': 'bytes' })
      return response.end(buffer)
    }
    answer().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return started
}

beforeAll(async () => {
  session = await RecordingSession.start()
  const ports = await Promise.all(TRACKS.map((track) => session.recorder.addTrack(track)))
  await Promise.all(TRACKS.map((track, i) => startSource({ track, port: ports[i]?.rtpPort ?? 0, seconds: 5 }).ended))
  await session.recorder.close()
  server = await serve(session.directory)
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  })
  page = await browser.newPage()
  const address = server.address()
  await page.goto(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/`)
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await session?.dispose()
})

describe.each(['cam', 'fox', 'mic'] as const)('[RECORD-17] a part of %s in Chromium', (trackId) => {
  it('plays as a plain file: its length is known at once and any second can be sought', async () => {
    const name = path.basename(session.closedParts(trackId)[0]?.file ?? '')
    const found = await page.evaluate(async (src) => {
      const video = document.createElement('video')
      const event = (type: string) =>
        new Promise((resolve, reject) => {
          video.addEventListener(type, resolve, { once: true })
          video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true })
        })
      video.muted = true
      video.src = src
      await event('loadeddata')
      const places: number[] = []
      for (const second of [3.5, 1.2, 4.4, 0]) {
        const sought = event('seeked')
        video.currentTime = second
        await sought
        places.push(video.currentTime)
      }
      return { seconds: video.duration, places, readyState: video.readyState, width: video.videoWidth }
    }, `/${name}`)
    expect(Math.abs(found.seconds - 5)).toBeLessThan(0.06)
    expect(found.places).toEqual([3.5, 1.2, 4.4, 0])
    expect(found.readyState).toBeGreaterThanOrEqual(2)
    expect(found.width).toBe(trackId === 'mic' ? 0 : 320)
  })

  it('feeds a SourceBuffer from the index, beginning in the middle', async () => {
    const file = session.closedParts(trackId)[0]?.file ?? ''
    const index = await readIndex(file)
    if (!index) throw new Error('no index')
    const fragments = fragmentsBetween(index.fragments, { fromMs: 2_200, toMs: 4_500 })
    const buffered = await page.evaluate(
      async ({ src, mime, init, ranges }) => {
        const media = new MediaSource()
        const video = document.createElement('video')
        video.src = URL.createObjectURL(media)
        await new Promise((resolve) => media.addEventListener('sourceopen', resolve, { once: true }))
        const buffer = media.addSourceBuffer(mime)
        const append = async (bytes: BufferSource) => {
          const done = new Promise((resolve, reject) => {
            buffer.addEventListener('updateend', resolve, { once: true })
            buffer.addEventListener('error', () => reject(new Error('the SourceBuffer refuses')), { once: true })
          })
          buffer.appendBuffer(bytes)
          await done
        }
        await append(Uint8Array.from(atob(init), (character) => character.charCodeAt(0)))
        for (const range of ranges) {
          const response = await fetch(src, { headers: { range } })
          await append(await response.arrayBuffer())
        }
        return [...Array(buffer.buffered.length).keys()].map((i) => [buffer.buffered.start(i), buffer.buffered.end(i)])
      },
      {
        src: `/${path.basename(file)}`,
        mime: MIME[trackId],
        init: index.header.initBase64,
        ranges: fragments.map(({ offsetBytes, sizeBytes }) => `bytes=${offsetBytes}-${offsetBytes + sizeBytes - 1}`),
      },
    )
    expect(buffered).toHaveLength(1)
    expect(buffered[0]?.[0]).toBeLessThanOrEqual(2.2)
    expect(buffered[0]?.[1]).toBeGreaterThan(4.4)
  })
})
