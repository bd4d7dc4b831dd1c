import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { seconds } from '../bootstrap/step-line.mjs'
import { environment, root, stopTogether } from '../bootstrap/run.mjs'

/** Runs one slice, with its heading and time. Resolves to its counts; never rejects. */
export async function runSlice(slice) {
  const startedAtMs = performance.now()
  process.stdout.write(`\n── ${slice.title} ${slice.name}\n`)
  if (slice.report !== undefined) {
    rmSync(join(root, slice.report), { force: true })
    mkdirSync(dirname(join(root, slice.report)), { recursive: true })
  }
  const exitCode = await run(slice)
  const counts = slice.kind === 'check' ? countCheck(exitCode) : countTests(slice, { exitCode })
  const { passed, failed, skipped } = counts
  process.stdout.write(
    `── ${slice.title} ${slice.name}：${passed} 通过，${failed} 失败，${skipped} 跳过 ${seconds(performance.now() - startedAtMs)}\n`,
  )
  return counts
}

function run({ command, args, env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment({ FORCE_COLOR: '0', ...env }),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const release = stopTogether(child)
    child.once('error', (error) => {
      release()
      process.stdout.write(`${error.message}\n`)
      resolve(127)
    })
    child.once('close', (exitCode) => {
      release()
      resolve(exitCode ?? 1)
    })
  })
}

const countCheck = (exitCode) =>
  exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

/** A slice that ran no test proves nothing, and counts as one failure; so does a runner that failed beside its tests. */
function countTests({ report, readReport }, { exitCode }) {
  const file = join(root, report)
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const counts = readReport(JSON.parse(readFileSync(file, 'utf8')))
  const ranNothing = counts.passed + counts.failed === 0
  if (ranNothing) process.stdout.write('没有运行任何测试。No test was run.\n')
  return (exitCode !== 0 || ranNothing) && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
