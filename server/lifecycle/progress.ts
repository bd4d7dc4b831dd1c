import { bold, stepLine } from '../../scripts/bootstrap/step-line.mjs'

/** Tells the person at the terminal, on standard output, how the start goes on. */
export const progress = {
  /** Runs one step and prints it with its time; `task` answers what became of it. */
  async step<Result>(name: string, task: () => Promise<{ detail: string; result: Result }>): Promise<Result> {
    const startedAtMs = performance.now()
    const { detail, result } = await task()
    process.stdout.write(`${stepLine({ name, detail, durationMs: performance.now() - startedAtMs })}\n`)
    return result
  },

  ready({ address, notes }: { address: string; notes: readonly string[] }): void {
    process.stdout.write(`\n  ${bold('同课已就绪')}  ${address}\n${notes.map((note) => `  ${note}\n`).join('')}\n`)
  },
}
