import { rename } from 'node:fs/promises'
import path from 'node:path'
import { runFfmpeg } from './ffmpeg.ts'

export type ThumbnailOptions = {
  /** A finished or growing video part. */
  file: string
  atMs: number
  /** `.jpg` or `.webp`. */
  output: string
  widthPx: number
  signal?: AbortSignal
}

/** Writes one picture, height in proportion. Replaces `output` as a whole; a second run gives the same bytes. */
export async function makeThumbnail({ file, atMs, output, widthPx, signal }: ThumbnailOptions): Promise<void> {
  const extension = path.extname(output)
  const temporary = `${output}.tmp${extension}`
  const codec = extension === '.webp' ? ['-c:v', 'libwebp', '-quality', '75'] : ['-c:v', 'mjpeg', '-q:v', '4']
  const picture = ['-frames:v', '1', '-update', '1', '-vf', `scale=${widthPx}:-2:flags=area`, '-pix_fmt', 'yuvj420p']
  const format = extension === '.webp' ? ['-frames:v', '1', '-vf', `scale=${widthPx}:-2:flags=area`] : picture
  await runFfmpeg(
    ['-ss', seconds(atMs), '-i', file, ...format, ...codec, '-threads', '1', '-map_metadata', '-1', temporary],
    { signal },
  )
  await rename(temporary, output)
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3)
}
