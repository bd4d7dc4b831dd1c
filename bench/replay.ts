/*
 * bench/replay.ts [--rounds=10] [--seconds=300]
 * A recorded session of four pictures (three cameras and a screen) with sound, from the navigation to the first picture at a
 * given second, and from a key to the picture that it jumps to while it plays, in real Chromium; against a page with one
 * `<video>` of the same footage and sound in one file, sent by the same code. Then how far pictures and sound are
 * apart while it plays. The film is short and made of footage with a clock; its parts are those that the recorder writes and
 * the finishing job leaves. Nothing is pinned: a browser is not.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from '@playwright/test'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { Product } from '#tests/support/product.ts'
import { filmCamera, filmVoice, writeStaticFile } from './replay/films.ts'
import { holdSession } from './replay/hold-session.ts'
import { untilReady } from './replay/until-ready.ts'
import { measureSpread, watchReplay, type ReplaySide, type Spread, type Watched } from './replay/watch.ts'
import { quantile, report } from './support/report.ts'

const TARGETS = { firstFrameP95Ms: 500, seekP95Ms: 400, apartMs: 80 }
const SPREAD_ROUNDS = 5
const HOST = '翟雅琴'
const PRESENTERS = ['荆文涛', '于欣然'] as const

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, seconds: { type: 'string', default: '300' } },
})
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]

async function shoot() {
  const [speaker, other] = PRESENTERS
  const screen = await filmCamera({ name: speaker, source: 'screen', cameraId: 4, seconds })
  const films = [
    await filmCamera({ name: HOST, source: 'camera', cameraId: 1, seconds }),
    await filmCamera({ name: speaker, source: 'camera', cameraId: 2, seconds }),
    await filmVoice({ name: speaker, source: 'microphone', cameraId: 2, seconds }),
    await filmCamera({ name: other, source: 'camera', cameraId: 3, seconds }),
    screen,
  ]
  return { films, screen }
}

async function startStatic(file: string) {
  const child = fork(path.join(import.meta.dirname, 'replay', 'static-server.ts'), [file])
  const [message] = await once(child, 'message')
  return { child, url: `http://localhost:${message.port}` }
}

async function cookiesOf(browser: Browser, product: Product): Promise<ReplaySide['cookies']> {
  const context = await browser.newContext()
  const { username, password } = product.account(HOST)
  await context.request.post(`${product.url}/api/auth/sign-in`, {
    data: { username, password },
    headers: { origin: product.url },
  })
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

function line(metric: string, { ours, theirs, target }: { ours: number; theirs: number; target: number }): void {
  const ok = ours <= target
  report({ bench: 'replay', metric, ours, peer: 'static-file', theirs, target, ok, runs: rounds })
}

function reportAll({ ours, single }: { ours: Watched[]; single: Watched[] }, spreads: readonly Spread[]): void {
  for (const ratio of [0.5, 0.95]) {
    const first = (all: Watched[]) =>
      quantile(
        all.map(({ firstFrameMs }) => firstFrameMs),
        ratio,
      )
    const seek = (all: Watched[]) =>
      quantile(
        all.flatMap(({ seeksMs }) => seeksMs),
        ratio,
      )
    const name = `p${ratio * 100}`
    line(`first_frame_ms_${name}`, { ours: first(ours), theirs: first(single), target: TARGETS.firstFrameP95Ms })
    line(`seek_ms_${name}`, { ours: seek(ours), theirs: seek(single), target: TARGETS.seekP95Ms })
  }
  const worst = (pick: (spread: Spread) => number) => Math.max(...spreads.map(pick))
  // One file cannot be apart from itself.
  line('pictures_apart_ms_max', { ours: worst((s) => s.picturesApartMs), theirs: 0, target: TARGETS.apartMs })
  line('sound_apart_ms_max', { ours: worst((s) => s.soundLateMs), theirs: 0, target: TARGETS.apartMs })
}

const folder = mkdtempSync(path.join(tmpdir(), 'tongke-bench-replay-'))
console.error('filming')
const { films, screen } = await shoot()
const file = await writeStaticFile(screen, { cameraId: 2, folder })
console.error('founding a city and starting the product')
const product = await Product.start()
const single = await startStatic(file)
const browser = await launchCamera()
try {
  console.error('holding a seminar of yesterday')
  const script = { host: HOST, presenters: PRESENTERS, films, seconds }
  const { activityId } = await holdSession({ dataDir: product.dataDir, ...script })
  const manifest = await untilReady(product, { name: HOST, activityId })
  const startMs = manifest.tracks.find(({ source }) => source === 'screen')?.parts[0]?.startMs ?? Number.NaN
  console.error(`${manifest.tracks.length} tracks, ${manifest.durationMs / 1_000} s, the screen from ${startMs} ms on`)
  const sides = {
    ours: {
      addressAt: (second: number) => `${product.url}/replay/${activityId}?t=${second}`,
      cookies: await cookiesOf(browser, product),
      ...{ durationS: manifest.durationMs / 1_000, startS: startMs / 1_000 },
    },
    single: {
      addressAt: (second: number) => `${single.url}/?t=${second}`,
      ...{ cookies: [], durationS: seconds, startS: 0 },
    },
  }
  for (const name of ['ours', 'single'] as const)
    console.error('warm-up', name, await watchReplay(browser, sides[name]))
  const watched = { ours: [] as Watched[], single: [] as Watched[] }
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'single'] as const) : (['single', 'ours'] as const)
    for (const name of order) {
      const result = await watchReplay(browser, sides[name])
      watched[name].push(result)
      console.error(`round ${round + 1}`, name, result)
    }
  }
  const spreads: Spread[] = []
  for (let round = 0; round < SPREAD_ROUNDS; round += 1) {
    spreads.push(await measureSpread(browser, sides.ours))
    console.error('apart', spreads.at(-1))
  }
  reportAll(watched, spreads)
} finally {
  await browser.close()
  single.child.kill()
  await product.stop()
  rmSync(folder, { recursive: true, force: true })
}
