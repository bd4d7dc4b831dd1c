/*
 * bench/pages.ts [--rounds=5]
 * What a phone loads and waits for: each main page in a fresh profile of real Chromium, 360 × 780, with a processor four times
 * slower and a slow mobile network, until it rests. Script in bytes as they come, compressed, before anybody presses anything
 * and with what is fetched ahead; the largest paint; how long the main thread is not free; what moves. Against the smallest Next
 * page of the same version (bench/start/by-hand-app) in the same run. Nothing is pinned: a browser is not.
 */
import { parseArgs } from 'node:util'
import { launchCamera } from '#tests/support/browser/launch-camera.ts'
import { Product } from '#tests/support/product.ts'
import { startBare } from './pages/bare.ts'
import { preparePages, type Place } from './pages/places.ts'
import { visitOnPhone, type PhoneVisit } from './pages/visit.ts'
import { median, report } from './support/report.ts'

/** The room and what is like it are held to the room's limit, before anybody joins. */
const SCRIPT_TARGETS_BYTES = { public: 130_000, room: 280_000 }
const ANSWER_WITHIN_MS = 20_000
const TARGETS = { lcpMs: 1_800, tbtMs: 150, cls: 0.05 }

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(values.rounds)

function reportPage({ name, kind }: Place, visits: readonly PhoneVisit[], bare: readonly PhoneVisit[]): void {
  const lines = [
    { metric: 'js_gz_bytes', pick: (visit: PhoneVisit) => visit.scriptBytes, target: SCRIPT_TARGETS_BYTES[kind] },
    { metric: 'lcp_ms', pick: (visit: PhoneVisit) => visit.lcpMs, target: TARGETS.lcpMs },
    { metric: 'tbt_ms', pick: (visit: PhoneVisit) => visit.tbtMs, target: TARGETS.tbtMs },
    { metric: 'cls', pick: (visit: PhoneVisit) => visit.cls, target: TARGETS.cls },
  ]
  for (const { metric, pick, target } of lines) {
    const [ours, theirs] = [median(visits.map(pick)), median(bare.map(pick))]
    const ok = ours <= target
    report({ bench: 'pages', metric: `${name}_${metric}`, ours, peer: 'next-bare', theirs, target, ok, runs: rounds })
  }
}

console.error('founding a city, starting the product, holding a seminar of yesterday')
const product = await Product.start()
const browser = await launchCamera()
try {
  const places = await preparePages(product, browser)
  const bare = await startBare({ dataDir: product.dataDir })
  try {
    const barePlace: Place = { name: 'bare', kind: 'public', address: bare.url, cookies: [] }
    const all = [barePlace, ...places]
    const visits = new Map<Place, PhoneVisit[]>(all.map((place) => [place, []]))
    // The first visit of each is nobody's: the server reads its pages by it.
    for (const { address, cookies } of all) {
      const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
      const answer = await fetch(address, { headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`)
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const place of round % 2 === 0 ? all : all.toReversed()) {
        const visit = await visitOnPhone(browser, place)
        visits.get(place)?.push(visit)
        console.error(`round ${round + 1} ${place.name}`, visit)
      }
    }
    for (const place of places) reportPage(place, visits.get(place) ?? [], visits.get(barePlace) ?? [])
  } finally {
    await bare.stop()
  }
} finally {
  await browser.close()
  await product.stop()
}
