/*
 * bench/fanout.ts [--rounds=5] [--seconds=6] [--cases=60x100,1000x10] [--profile=<folder>]
 * Chat to everybody in one room: our room server with its database against Socket.IO alone that sends the same bytes. Servers share one core, the
 * crowd has the other. Processor time is the server's with all its children; with PostgreSQL it is told beside it.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Crowd } from './fanout/crowd.ts'
import { startDatabase } from './fanout/database.ts'
import { cpuSeconds, familyOf, pinToCore } from './support/process-cpu.ts'
import { median, report } from './support/report.ts'

const SERVER_CORE = 0
const LOAD_CORE = 1
const WARM_UP_MS = 2_000
const TARGETS = { cpuRatio: 1.15, p99Ratio: 1.2 }

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
    cases: { type: 'string', default: '60x100,1000x10' },
    /** Our server writes a .cpuprofile there. */
    profile: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const forMs = Number(values.seconds) * 1_000

interface Contender {
  port: number
  enter: boolean
  /** Of the server itself. */
  pids: () => number[]
  /** Of what it keeps its data with. */
  databasePids: () => number[]
}
interface Run {
  cpuUs: number
  cpuWithDatabaseUs: number
  p50Ms: number
  p99Ms: number
  faults: number
}

async function run(
  { port, enter, pids, databasePids }: Contender,
  { people, perSecond }: { people: readonly string[]; perSecond: number },
): Promise<Run> {
  const crowd = await Crowd.gather({ port, people, enter })
  crowd.count()
  await crowd.say({ perSecond, forMs: WARM_UP_MS })
  // Until the last one has heard the last word: it would be counted otherwise.
  await crowd.seen()
  const [own, database] = [pids(), databasePids()]
  for (const pid of [...own, ...database]) pinToCore(pid, { core: SERVER_CORE })
  const before = { own: usedSeconds(own), database: usedSeconds(database) }
  crowd.count()
  await crowd.say({ perSecond, forMs })
  const { deliveries, faults, latenciesMs } = await crowd.seen()
  const ownUs = ((usedSeconds(own) - before.own) * 1e6) / deliveries
  const databaseUs = ((usedSeconds(database) - before.database) * 1e6) / deliveries
  crowd.leave()
  const sorted = latenciesMs.toSorted((a, b) => a - b)
  const quantile = (ratio: number) => sorted[Math.floor(sorted.length * ratio)] ?? Number.NaN
  return { cpuUs: ownUs, cpuWithDatabaseUs: ownUs + databaseUs, p50Ms: quantile(0.5), p99Ms: quantile(0.99), faults }
}

/** Helpers that PostgreSQL has ended meanwhile were idle. */
const usedSeconds = (pids: readonly number[]) =>
  pids.filter((pid) => existsSync(`/proc/${pid}/stat`)).reduce((sum, pid) => sum + cpuSeconds(pid), 0)

async function start(file: string, args: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const isProfiled = values.profile !== undefined && file === 'our-server.ts'
  const execArgv = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
  const child = fork(join(import.meta.dirname, 'fanout', file), args, { execArgv })
  const [message] = await once(child, 'message')
  return { child, port: message.port }
}

async function compare(
  ours: Contender,
  bare: Contender,
  { sockets, perSecond, people }: { sockets: number; perSecond: number; people: readonly string[] },
) {
  const results = { ours: [] as Run[], bare: [] as Run[] }
  const load = { people: people.slice(0, sockets), perSecond }
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    for (const name of order) {
      const result = await run(name === 'ours' ? ours : bare, load)
      results[name].push(result)
      console.error(`${name} ${sockets} × ${perSecond}/s`, result)
    }
  }
  const faults = [...results.ours, ...results.bare].reduce((sum, run) => sum + run.faults, 0)
  const line = (metric: string, pick: (run: Run) => number, target: number) => {
    const [a, b] = [median(results.ours.map(pick)), median(results.bare.map(pick))]
    const common = { bench: 'fanout', peer: 'socket.io-bare', runs: rounds, target }
    report({
      ...common,
      metric: `${metric}_${sockets}x${perSecond}`,
      ours: a,
      theirs: b,
      ok: a / b <= target && faults === 0,
    })
  }
  line('cpu_us_per_delivery', ({ cpuUs }) => cpuUs, TARGETS.cpuRatio)
  line('cpu_us_per_delivery_with_postgres', ({ cpuWithDatabaseUs }) => cpuWithDatabaseUs, TARGETS.cpuRatio)
  line('p99_ms', ({ p99Ms }) => p99Ms, TARGETS.p99Ratio)
}

const cases = values.cases.split(',').map((text) => text.split('x').map(Number))
const people = Array.from({ length: Math.max(...cases.map(([sockets = 0]) => sockets)) }, (_, index) => `p${index}`)
const folder = mkdtempSync(join(tmpdir(), 'tongke-bench-'))
const database = await startDatabase({ folder: join(folder, 'postgres'), people })
const [ours, bare] = [await start('our-server.ts', [database.url]), await start('bare-server.ts', [])]
try {
  pinToCore(process.pid, { core: LOAD_CORE })
  const contender = ({ child, port }: typeof ours, enter: boolean): Contender => ({
    ...{ port, enter },
    pids: () => familyOf(child.pid ?? 0),
    databasePids: () => (enter ? familyOf(database.pid) : []),
  })
  for (const [sockets = 0, perSecond = 0] of cases) {
    await compare(contender(ours, true), contender(bare, false), { sockets, perSecond, people })
  }
} finally {
  // Each ends when we hang up, and writes its profile then.
  for (const { child } of [ours, bare]) {
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  }
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
