import { FfmpegFailedError, runFfmpeg } from './ffmpeg.ts'

/** How long a media file of any kind plays, in milliseconds, as ffprobe finds it. */
export async function probeDuration(file: string, { signal }: { signal?: AbortSignal } = {}): Promise<number> {
  const args = ['-show_entries', 'format=duration', '-of', 'csv=p=0', file]
  const output = await runFfmpeg(args, { program: 'ffprobe', signal })
  const seconds = Number.parseFloat(output.toString('utf8'))
  if (!Number.isFinite(seconds)) throw new FfmpegFailedError(`${file} has no duration.`)
  return seconds * 1_000
}
