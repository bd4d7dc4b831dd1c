import { spawn } from 'node:child_process'

const STDERR_KEPT_CHARS = 2_000

/** The machine has no ffmpeg or ffprobe. */
export class FfmpegMissingError extends Error {
  override readonly name = 'FfmpegMissingError'
}

/** ffmpeg ended with an error; the message holds the end of what it said. */
export class FfmpegFailedError extends Error {
  override readonly name = 'FfmpegFailedError'
}

export type FfmpegOptions = {
  program?: 'ffmpeg' | 'ffprobe'
  signal?: AbortSignal | undefined
  /** Called with standard output as it comes; without it, output is collected and answered. */
  onOutput?: (bytes: Buffer) => void
}

/**
 * Runs ffmpeg or ffprobe on local files only, and answers its standard output. Rejects with FfmpegMissingError,
 * FfmpegFailedError, or AbortError when `signal` fires.
 */
export async function runFfmpeg(
  args: string[],
  { program = 'ffmpeg', signal, onOutput }: FfmpegOptions = {},
): Promise<Buffer> {
  const common = program === 'ffmpeg' ? ['-nostdin', '-hide_banner', '-y', '-v', 'error'] : ['-v', 'error']
  const child = spawn(program, [...common, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) })
  const output: Buffer[] = []
  let errors = ''
  child.stdout.on('data', (bytes: Buffer) => (onOutput ? onOutput(bytes) : output.push(bytes)))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-STDERR_KEPT_CHARS)
  })
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', (error: NodeJS.ErrnoException) => {
      const missing = new FfmpegMissingError(`${program} is not installed: apt-get install ffmpeg`, { cause: error })
      reject(error.code === 'ENOENT' ? missing : error)
    })
  })
  if (exitCode !== 0) throw new FfmpegFailedError(`${program} ended with ${exitCode}: ${errors.trim()}`)
  return Buffer.concat(output)
}
