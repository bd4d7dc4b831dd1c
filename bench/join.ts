/*
 * bench/join.ts [--rounds=10] [--people=60] [--crowds=3]
 * From the navigation, and from the press on 进入 in the lobby, to the first picture of somebody else that is shown, in real Chromium:
 * the whole product against a page with mediasoup and Socket.IO alone. Both rooms have the same codecs, and a camera from the same
 * browser, which sends to both at once. Then sixty people within five seconds. Nothing is pinned: a browser is not, and
 * both sides share what else runs. Our lobby asks for a tick; the page's own script ticks and presses at the first chance.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext } from '@playwright/test'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'
import { Product } from '#tests/support/product.ts'
import { findFreePorts, MEDIA_PORTS } from '#tests/support/product/free-ports.ts'
import { bareCrowd, gatherCrowd, ourCrowd } from './join/crowd.ts'
import { visit, type Side, type Visit } from './join/visit.ts'
import { quantile, report } from './support/report.ts'

const TARGETS = { coldRatio: 1.25, lobbyP50Ms: 200, lobbyP95Ms: 400, crowdP95Ms: 1_500 }
const CROWD_WITHIN_MS = 5_000
const FOOTAGE_FPS = 10
const HOST = '翟雅琴'
const VISITOR = '周雨桐'
const LIVE_TITLE = '《背影》第二课时'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    people: { type: 'string', default: '60' },
    crowds: { type: 'string', default: '3' },
  },
})
const [rounds, people, crowds] = [Number(values.rounds), Number(values.people), Number(values.crowds)]

interface OurRoom {
  product: Product
  activityId: string
  linkToken: string
}

async function startOurs(): Promise<OurRoom> {
  const product = await Product.start()
  const { live } = await (await product.signIn(HOST)).request('home.get', {})
  const card = live.find(({ title }) => title === LIVE_TITLE)
  if (card === undefined || card.linkToken === null) throw new Error('The demo city has no seminar open by link.')
  return { product, activityId: card.id, linkToken: card.linkToken }
}

async function startBare(): Promise<{ child: ChildProcess; url: string }> {
  const mediaPort = await findFreePorts(MEDIA_PORTS)
  const child = fork(join(import.meta.dirname, 'join', 'bare-server.ts'), [String(mediaPort)])
  const [message] = await once(child, 'message')
  return { child, url: `http://localhost:${message.port}` }
}

async function signIn(context: BrowserContext, { product }: OurRoom, name: string): Promise<Side['cookies']> {
  const { username, password } = product.account(name)
  const answer = await context.request.post(`${product.url}/api/auth/sign-in`, {
    data: { username, password },
    headers: { origin: product.url },
  })
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${answer.status()}`)
  return await context.cookies()
}

/** The camera that everybody sees, in both rooms. */
async function publish(browser: Browser, { room, bareUrl }: { room: OurRoom; bareUrl: string }): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1024, height: 640 } })
  await signIn(context, room, HOST)
  const ours = await context.newPage()
  await ours.goto(`${room.product.url}/seminar/${room.activityId}`)
  await ours.getByText('我知道这场研讨会录制').click()
  await ours.getByRole('heading', { name: '听得见您，也看得见您' }).waitFor()
  await ours.getByRole('button', { name: /^(开启并)?进入研讨室$/ }).click()
  await ours.getByRole('main', { name: '台上' }).waitFor()
  const bare = await context.newPage()
  await bare.goto(`${bareUrl}/#publish`)
  await bare.waitForFunction(() => document.title === 'publishing')
}

function line(
  metric: string,
  { ours, theirs, target, isRatio = false }: { ours: number; theirs: number; target: number; isRatio?: boolean },
): void {
  const ok = (isRatio ? ours / theirs : ours) <= target
  report({ bench: 'join', metric, ours, peer: 'mediasoup-bare', theirs, target, ok, runs: rounds })
}

function reportVisits(ours: Visit[], bare: Visit[]): void {
  const at = (visits: Visit[], pick: (visit: Visit) => number, ratio: number) => quantile(visits.map(pick), ratio)
  const cold = (ratio: number) => ({
    ours: at(ours, ({ coldMs }) => coldMs, ratio),
    theirs: at(bare, ({ coldMs }) => coldMs, ratio),
  })
  const lobby = (ratio: number) => ({
    ours: at(ours, ({ fromLobbyMs }) => fromLobbyMs, ratio),
    theirs: at(bare, ({ fromLobbyMs }) => fromLobbyMs, ratio),
  })
  line('cold_ms_p50', { ...cold(0.5), target: TARGETS.coldRatio, isRatio: true })
  line('cold_ms_p95', { ...cold(0.95), target: TARGETS.coldRatio, isRatio: true })
  line('from_lobby_ms_p50', { ...lobby(0.5), target: TARGETS.lobbyP50Ms })
  line('from_lobby_ms_p95', { ...lobby(0.95), target: TARGETS.lobbyP95Ms })
}

const browsers: Browser[] = []
const bare = await startBare()
console.error('founding a city and starting the product')
const room = await startOurs()
try {
  const publisher = await launchCamera({ footage: await makeFootage({ cameraId: 1, fps: FOOTAGE_FPS }) })
  browsers.push(publisher)
  await publish(publisher, { room, bareUrl: bare.url })
  const visitor = await launchCamera()
  browsers.push(visitor)
  const context = await visitor.newContext()
  const cookies = await signIn(context, room, VISITOR)
  await context.close()
  const sides = {
    ours: { address: `${room.product.url}/seminar/${room.activityId}`, cookies },
    bare: { address: bare.url, cookies: [] },
  }
  const visits = { ours: [] as Visit[], bare: [] as Visit[] }
  // The first visit of each side is nobody's: the server's pages are compiled by it.
  for (const name of ['ours', 'bare'] as const) console.error(`warm-up ${name}`, await visit(visitor, sides[name]))
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    for (const name of order) {
      const result = await visit(visitor, sides[name])
      visits[name].push(result)
      console.error(`round ${round + 1} ${name}`, result)
    }
  }
  reportVisits(visits.ours, visits.bare)

  const waits = { ours: [] as number[], bare: [] as number[] }
  const crowdSides = { ours: ourCrowd({ url: room.product.url, ...room }), bare: bareCrowd({ url: bare.url }) }
  for (let round = 0; round < crowds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    for (const name of order) {
      const waited = await gatherCrowd(visitor, crowdSides[name], { people, withinMs: CROWD_WITHIN_MS })
      waits[name].push(...waited)
      console.error(`crowd ${round + 1} ${name}: p50 ${quantile(waited, 0.5)} p95 ${quantile(waited, 0.95)}`)
    }
  }
  const p95 = { ours: quantile(waits.ours, 0.95), theirs: quantile(waits.bare, 0.95) }
  if (crowds > 0) line(`crowd_of_${people}_ms_p95`, { ...p95, target: TARGETS.crowdP95Ms })
} finally {
  await Promise.allSettled(browsers.map((browser) => browser.close()))
  // mediasoup ends on a signal in its own way; without us the bare server ends by itself.
  bare.child.disconnect()
  await room.product.stop()
}
