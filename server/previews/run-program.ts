import { execFile } from 'node:child_process'

/** Reading a file that somebody has sent: it may be made to take for ever. */
const DEADLINE_MS = 120_000
/** Nothing of the service's own surroundings: there are secrets in it. */
const PLAIN = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', NODE_ENV: 'production' } as const
const OUTPUT_MAX_BYTES = 1024 * 1024

/** Null where the machine has no such program. Rejects where it fails, takes too long, or `signal` fires. */
export function runProgram(
  program: string,
  args: readonly string[],
  { signal, env = {} }: { signal?: AbortSignal | undefined; env?: Record<string, string> } = {},
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const options = { timeout: DEADLINE_MS, maxBuffer: OUTPUT_MAX_BYTES, killSignal: 'SIGKILL' as const }
    execFile(program, args, { ...options, env: { ...PLAIN, ...env }, ...(signal && { signal }) }, (error, output) => {
      if (error === null) resolve(output)
      else if (error.code === 'ENOENT') resolve(null)
      else reject(error)
    })
  })
}
