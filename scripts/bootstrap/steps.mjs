import { performance } from 'node:perf_hooks'
import { runningLine, stepLine } from './step-line.mjs'

/** Something that the person at the terminal can mend. Each line of `remedy` stands alone. */
export class BootstrapFault extends Error {
  constructor({ what, remedy }) {
    super(what)
    this.name = 'BootstrapFault'
    this.remedy = remedy
  }
}

/**
 * Runs one step and prints one line for it: what became of it, and how long it took.
 * `task(say)` answers the detail; `say` tells, while it is at work, what is going on.
 */
export async function step(name, task) {
  const startedAtMs = performance.now()
  const isTerminal = process.stdout.isTTY === true
  const say = (detail) =>
    process.stdout.write(
      isTerminal ? `\r\u001b[K${runningLine({ name, detail })}` : `${runningLine({ name, detail })}\n`,
    )
  try {
    const detail = await task(say)
    const line = stepLine({ name, detail, durationMs: performance.now() - startedAtMs })
    process.stdout.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`)
  } catch (error) {
    if (isTerminal) process.stdout.write('\r\u001b[K')
    throw error
  }
}

/** Runs the whole of a command; a fault is said in two lines, an unexpected error with its trace. Sets the exit code. */
export async function main(run) {
  try {
    process.exitCode = await run()
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof BootstrapFault)) throw error
    process.stderr.write(`\n${error.message}\n  办法：${error.remedy.split('\n').join('\n        ')}\n`)
  }
}
