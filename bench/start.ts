/*
 * bench/start.ts [--rounds=5]
 * `npm start` on a prepared checkout, with a city in its data folder, until the home page has come whole. Against: PostgreSQL
 * by `pg_ctl start --wait`, then `npm start` (`next start`) of the smallest Next application that draws its page from that
 * database (bench/start/by-hand-app), until it has come whole. Both pages are drawn at the request, both sides pay for
 * npm. Ours also checks the checkout, applies migrations, takes up rooms, recordings and jobs, starts the media workers,
 * opens the sockets, and its page asks eight questions where the other asks one. Processor and disk are shared by both
 * sides alike: nothing is pinned, as nobody pins what they start.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildByHand, startByHand } from './start/by-hand.ts'
import { foundOurs, startOurs } from './start/ours.ts'
import { median, report } from './support/report.ts'

const TARGET_RATIO = 1.3

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const rounds = Number(values.rounds)

const directory = mkdtempSync(path.join(tmpdir(), 'tongke-bench-start-'))
try {
  console.error('preparing: the checkout, the city, a cluster')
  buildByHand()
  await foundOurs({ directory })
  // Once uncounted, which compiles what only later starts run.
  await startOurs({ directory })
  await startByHand({ directory })

  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [startOurs, startByHand] : [startByHand, startOurs]
    for (const start of order) {
      const tookMs = await start({ directory })
      ;(start === startOurs ? ours : theirs).push(tookMs)
      console.error(`${start.name}: ${Math.round(tookMs)} ms`)
    }
  }
  const ratio = median(ours) / median(theirs)
  report({
    bench: 'start',
    metric: 'first_page_ms',
    ours: median(ours),
    peer: 'postgres+next-by-hand',
    theirs: median(theirs),
    target: TARGET_RATIO,
    ok: ratio <= TARGET_RATIO,
    runs: rounds,
  })
} finally {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
}
