import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type NextDev = { url: string; close: () => Promise<void> }

/** Starts `next dev` on a free port. Resolves when it listens; `close` is idempotent and resolves when it has ended. */
export async function startNextDev(): Promise<NextDev> {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'dev', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
    // A group of its own: the server is a child of the command, and both must end.
    detached: true,
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))

  const listening = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      const url = /Local:\s+(http:\/\/\S+)/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', () => reject(new Error(`next dev ended:\n${said.join('\n')}`)))
  })

  const close = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      process.kill(-child.pid, 'SIGTERM')
    }
    await ended
  }
  return { url: await listening, close }
}
