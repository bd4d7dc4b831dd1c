/*
 * bench/import.ts [--rounds=3] [--people=40000]
 * A city's list from the file to the last row: an .xlsx of so many people in 400 schools is read and checked, confirmed, written, brought once more
 * (when nothing must change), and taken back. On an embedded PostgreSQL with nobody else on it; the seconds are the server's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pino from 'pino'
import writeExcelFile from 'write-excel-file/node'
import { SYSTEM } from '#core/domain/policy/actor.ts'
import { createDatabase } from '#server/adapters/postgres/database.ts'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { applyMigrations } from '#server/adapters/postgres/migrations.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { createCityDeps } from '#server/composition.ts'
import { childEnvironment } from '#server/config/env.ts'
import { createImportParts } from '#server/start-imports.ts'
import { TEMPLATE_HEADERS } from '#core/domain/import/columns.ts'
import { median, report } from './support/report.ts'

const SCHOOLS = 400
const TARGET_SECONDS = 60

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, people: { type: 'string', default: '40000' } },
})
const people = Number(values.people)

const folder = mkdtempSync(join(tmpdir(), 'tongke-bench-import-'))
const postgres = await EmbeddedPostgres.start({ folder: join(folder, 'postgres') })
const database = createDatabase(postgres.url)
try {
  const root = resolve(import.meta.dirname, '..')
  await applyMigrations(postgres.url, {
    root,
    env: childEnvironment({
      DATABASE_URL: postgres.url,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'prisma-schema-engine.mjs'),
    }),
    signal: AbortSignal.timeout(120_000),
  })
  const city = createCityDeps({ database, clock: createSystemClock(), log: pino({ level: 'silent' }) })
  const organisation = (id: string, parentId: string | null, kind: 'city-bureau' | 'district') =>
    city.people.createOrganisation({ id, parentId, kind, name: id, shortName: id })
  await organisation('某市教育局', null, 'city-bureau')
  for (let district = 0; district < 9; district += 1) await organisation(`第${district}区`, '某市教育局', 'district')
  const imports = createImportParts({ database, city, jobs: { orderImport: () => Promise.resolve() } })
  const file = await makeFile()

  const seconds = { check: [] as number[], write: [] as number[], again: [] as number[], takeBack: [] as number[] }
  let longestPauseMs = 0
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const watch = watchPauses()
    const upload = () => imports.door.upload(SYSTEM, { fileName: '全市.xlsx', read: () => Promise.resolve(file) })
    const decide = async (name: 'import.confirm' | 'import.take-back', batchId: string) => {
      await imports.useCases[name]?.(SYSTEM, { batchId, leavesOutFaulty: false }, { address: 'bench' })
      await imports.run(batchId)
    }
    const { batchId } = await timed(seconds.check, upload)
    await timed(seconds.write, () => decide('import.confirm', batchId))
    const written = await database.person.count()
    if (written !== people) throw new Error(`${written} people were written`)
    await timed(seconds.again, upload)
    await timed(seconds.takeBack, () => decide('import.take-back', batchId))
    if ((await database.person.count()) !== 0) throw new Error('people are left')
    longestPauseMs = Math.max(longestPauseMs, watch.stop())
  }
  const whole = seconds.check.map((check, round) => check + (seconds.write[round] ?? 0))
  const runs = Number(values.rounds)
  const tell = (metric: string, ours: number, target: number) =>
    report({ bench: 'import', metric, ours, peer: 'target', theirs: target, target, ok: ours <= target, runs })
  tell('check_and_write_s', median(whole), TARGET_SECONDS)
  tell('check_s', median(seconds.check), TARGET_SECONDS)
  tell('write_s', median(seconds.write), TARGET_SECONDS)
  tell('check_of_the_same_again_s', median(seconds.again), TARGET_SECONDS)
  tell('take_back_s', median(seconds.takeBack), TARGET_SECONDS)
  tell('longest_pause_of_the_process_ms', longestPauseMs, 1_000)
} finally {
  await database.$disconnect()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function timed<Result>(into: number[], work: () => Promise<Result>): Promise<Result> {
  const startMs = performance.now()
  const result = await work()
  into.push((performance.now() - startMs) / 1_000)
  process.stderr.write(`${into.at(-1)?.toFixed(1)} s\n`)
  return result
}

/** How long the process, in which rooms may be live, hears nothing at a time. */
function watchPauses(): { stop: () => number } {
  let lastMs = performance.now()
  let longestMs = 0
  const look = () => {
    const nowMs = performance.now()
    longestMs = Math.max(longestMs, nowMs - lastMs)
    lastMs = nowMs
  }
  const timer = setInterval(look, 5)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return longestMs
    },
  }
}

function makeFile(): Promise<Buffer> {
  const STAGES = ['小学', '初中', '高中']
  const SUBJECTS = ['语文', '数学', '英语', '物理', '化学', '道德与法治', '历史', '体育与健康']
  const rows = Array.from({ length: people }, (_, i) => {
    const school = i % SCHOOLS
    return [
      ...[
        `王${String.fromCodePoint(0x4e00 + (i % 4_000))}`,
        `teacher.${i}`,
        `第${school}实验学校`,
        `第${school % 9}区`,
      ],
      ...[STAGES[i % 3] ?? '', SUBJECTS[i % 8] ?? '', i % 20 === 0 ? '教研组长' : '', '教师'],
    ]
  })
  return writeExcelFile(
    [TEMPLATE_HEADERS, ...rows].map((row) => row.map((value) => ({ value, type: String }))),
  ).toBuffer()
}
