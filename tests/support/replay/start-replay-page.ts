import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export type ReplayPage = { url: string; close: () => Promise<void> }

const root = resolve(import.meta.dirname, '../../..')

/** Serves the built pages: `/replay/recorded` and `/replay/live` on a free port. Resolves when it listens; `close` when it has ended. */
export async function startReplayPage(): Promise<ReplayPage> {
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(import.meta.dirname, 'replay-server-main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const url = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (/^http:\/\/localhost:\d+$/.test(line)) found(line)
    })
    child.once('exit', () => failed(new Error(`the replay page ended:\n${said.join('\n')}`)))
  })
  return {
    url,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
