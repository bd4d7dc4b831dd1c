// `npm run bench -- <name> […]`: runs bench/<name>.ts, which prints one JSON line for each metric to standard output.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { environment, root } from './bootstrap/run.mjs'
import { serverNode } from './bootstrap/serve.mjs'

const [name, ...args] = process.argv.slice(2)
const folder = join(root, 'bench')
const file = join(folder, `${name}.ts`)

if (name === undefined || !existsSync(file)) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
  process.stderr.write(`用法：npm run bench -- <${names.join(' | ')}>\n`)
  process.exitCode = 1
} else {
  const child = spawn(serverNode(), [file, ...args], { cwd: root, env: environment(), stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.once('exit', (exitCode) => (process.exitCode = exitCode ?? 1))
}
