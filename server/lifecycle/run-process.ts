import { ConfigFault } from '#server/config/config.ts'
import { createLogger, type Logger } from '#server/observability/logger.ts'
import { Lifecycle, StopRequested } from './lifecycle.ts'
import { StartFault } from './start-fault.ts'

/** Under the 10 s that a service manager waits. Reached only when a stop step outlives its own deadline. */
const LAST_RESORT_MS = 9_500

export interface ProcessContext {
  lifecycle: Lifecycle
  /** Takes the place of the logger that writes before the configuration is known. */
  setLogger: (log: Logger) => void
}

/**
 * Runs `start` and keeps the process until it is asked to stop: SIGTERM, SIGINT, or the end of the program that
 * started it over an IPC channel. Exit code 0 after a clean stop. When the start fails, or later an error that nobody
 * caught, everything opened so far is closed and the exit code is 1; a failed start says why in one line and what to do.
 */
export async function runProcess(start: (context: ProcessContext) => Promise<void>): Promise<void> {
  let log = createLogger({ level: 'warn' })
  const lifecycle = new Lifecycle({ log: () => log })
  let started: Promise<void> = Promise.resolve()

  const end = async (exitCode: number) => {
    lifecycle.requestStop()
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref()
    await started.catch(() => undefined)
    const outcome = await lifecycle.stop()
    process.exit(outcome === 'clean' ? exitCode : 1)
  }
  const fail = (error: unknown) => {
    log.fatal({ err: error }, 'uncaught_error')
    void end(1)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  process.once('disconnect', () => void end(0))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)

  started = start({ lifecycle, setLogger: (next) => (log = next) })
  try {
    await started
  } catch (error) {
    // Asked to stop while starting: the signal's own handler ends the process.
    if (error instanceof StopRequested || lifecycle.signal.aborted) return
    explain(error)
    await end(1)
  }
}

function explain(error: unknown): void {
  if (error instanceof ConfigFault) {
    const faults = error.faults.map((fault) => `  · ${fault}`).join('\n')
    process.stderr.write(`\n无法启动：配置有 ${error.faults.length} 处错误。The configuration has faults.\n${faults}\n`)
  } else if (error instanceof StartFault) {
    process.stderr.write(`\n无法启动：${error.message}\n  办法：${error.remedy}\n`)
  } else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`\n无法启动：出现了意外错误。An unexpected error stopped the start.\n${trace}\n`)
  }
}
