import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeFootage } from '../footage/make-footage.ts'

const run = promisify(execFile)
const FPS = 15
/** One fragment a second. */
const GOP_FRAMES = 15

export interface RecordOptions {
  cameraId: number
  durationS: number
  /** `growing`: in fragments, as it lies on disk while it is recorded. */
  shape: 'closed' | 'growing'
}

/** One camera as the recorder leaves it: H.264 in MP4, from the beginning of the footage on. Made once. */
export async function recordCamera({ cameraId, durationS, shape }: RecordOptions): Promise<string> {
  const { videoFile } = await makeFootage({ cameraId })
  const flags = shape === 'closed' ? '+faststart' : '+empty_moov+default_base_moof+frag_keyframe'
  return await makeOnce(`replay-even-${cameraId}-${durationS}-${shape}.mp4`, [
    ...['-stream_loop', '-1', '-framerate', '30', '-i', videoFile, '-t', String(durationS)],
    // Every second picture, each at its own moment: a conversion of the rate would move them by half a picture.
    ...['-vf', `select='not(mod(n,2))',setpts=N/${FPS}/TB`, '-r', String(FPS)],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-profile:v', 'baseline', '-level', '3.1', '-pix_fmt', 'yuv420p'],
    ...['-g', String(GOP_FRAMES), '-sc_threshold', '0', '-movflags', flags],
  ])
}

/** The voices of these cameras in one file, each from its own second on. */
export async function mixVoices(
  voices: readonly { cameraId: number; fromMs: number }[],
  { durationS }: { durationS: number },
): Promise<string> {
  const files = await Promise.all(voices.map(async ({ cameraId }) => (await makeFootage({ cameraId })).audioFile))
  const delays = voices.map(({ fromMs }, index) => `[${index}]adelay=${fromMs}:all=1[v${index}]`).join(';')
  const mix = `${voices.map((_, index) => `[v${index}]`).join('')}amix=inputs=${voices.length}:normalize=0`
  return await makeOnce(`replay-mix-${voices.map((v) => `${v.cameraId}at${v.fromMs}`).join('-')}-${durationS}.m4a`, [
    ...files.flatMap((file) => ['-stream_loop', '-1', '-i', file]),
    ...['-filter_complex', `${delays};${mix}`, '-t', String(durationS), '-c:a', 'aac', '-movflags', '+faststart'],
  ])
}

/** Written beside and renamed: a half-made file is never taken for a recording. */
async function makeOnce(name: string, args: readonly string[]): Promise<string> {
  const folder = join(tmpdir(), 'tongke-footage')
  await mkdir(folder, { recursive: true })
  const file = join(folder, name)
  if (existsSync(file)) return file
  const partial = join(folder, `${process.pid}-${name}`)
  await run('ffmpeg', ['-v', 'error', '-y', ...args, partial])
  await rename(partial, file)
  return file
}
