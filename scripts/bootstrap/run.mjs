import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

export const root = join(import.meta.dirname, '..', '..')
const packageBins = join(root, 'node_modules', '.bin')

/** Our environment, with Node 24 of node_modules in front where it is installed. */
export function environment(changes = {}) {
  return { ...process.env, PATH: [packageBins, process.env.PATH].join(delimiter), ...changes }
}

/** Whoever stops us means what we started too. Answers what to call when the child has ended by itself. */
export function stopTogether(child) {
  const stop = (signal) => {
    child.kill(signal)
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of STOP_SIGNALS) process.on(signal, stop)
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, stop)
  }
}

/**
 * Runs a program to its end and keeps what it prints. Never rejects: a program that cannot be started has the exit
 * code 127, one that is still running after `timeoutMs` is ended and has 124.
 */
export function capture(command, args, { cwd = root, env = environment(), timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let timedOut = false
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => (timedOut = child.kill()), timeoutMs)
    const release = stopTogether(child)
    const end = (exitCode) => {
      clearTimeout(timer)
      release()
      resolve({ exitCode: timedOut ? 124 : exitCode, output })
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => {
      output += error.message
      end(127)
    })
    child.once('close', (exitCode) => end(exitCode ?? 1))
  })
}

/** What npm complains of first: the rest is its manual. */
export function npmErrors(output, lines = 12) {
  const errors = output.split('\n').filter((line) => line.startsWith('npm error'))
  return tail(errors.slice(0, lines).join('\n') || output)
}

/** The last lines of what a program printed, indented: where its complaint stands. */
export function tail(output, lines = 25) {
  return output
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n')
}
