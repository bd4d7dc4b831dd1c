import { rename, writeFile } from 'node:fs/promises'
import { AAC_FRAME_SAMPLES, splitAdts } from './adts.ts'
import { FfmpegFailedError, runFfmpeg } from './ffmpeg.ts'

const MIX_SAMPLE_RATE_HZ = 48_000
/** Whole AAC frames, 45.056 s: pieces lie end to end without a seam. */
const PIECE_FRAMES = 2_112
export const PIECE_MS = (PIECE_FRAMES * AAC_FRAME_SAMPLES * 1_000) / MIX_SAMPLE_RATE_HZ
/** Encoded before and after a piece and thrown away, so that it begins and ends as if the encoder had never stopped. */
const MARGIN_FRAMES = 4
/** ffmpeg's encoder puts one frame before the first sample. */
const PRIMING_FRAMES = 1
const BITRATE = '96k'

/** One file of a track, placed on the session's clock. */
export type AudioFile = { path: string; startMs: number; durationMs: number }
export type AudioTrackFiles = { files: AudioFile[] }

/** How many pieces a session of this length has. */
export function pieceCount(durationMs: number): number {
  return Math.ceil(durationMs / PIECE_MS)
}

/**
 * Mixes what all tracks have between `pieceIndex` × PIECE_MS and the next, and writes it as ADTS. Can be run as soon as
 * the session is past the piece, and again: the same files give the same bytes. Replaces `output` as a whole.
 */
export async function mixPiece(options: {
  tracks: AudioTrackFiles[]
  pieceIndex: number
  output: string
  signal?: AbortSignal | undefined
}): Promise<void> {
  const { tracks, pieceIndex, output, signal } = options
  const marginBefore = pieceIndex === 0 ? 0 : MARGIN_FRAMES
  const fromMs = framesMs(pieceIndex * PIECE_FRAMES - marginBefore)
  const durationFrames = marginBefore + PIECE_FRAMES + MARGIN_FRAMES
  const files = tracks.flatMap((track) => track.files)
  const stream = await runFfmpeg(mixArguments(files, { fromMs, durationFrames }), { signal })
  const frames = splitAdts(stream)
  const first = marginBefore + PRIMING_FRAMES
  const piece = frames.slice(first, first + PIECE_FRAMES)
  if (piece.length !== PIECE_FRAMES) throw new FfmpegFailedError('The mixed piece is shorter than it should be.')
  await writeFile(`${output}.tmp`, Buffer.concat(piece))
  await rename(`${output}.tmp`, output)
}

/** Silence of the exact length comes first and decides how long the mix is. */
function mixArguments(
  files: AudioFile[],
  { fromMs, durationFrames }: { fromMs: number; durationFrames: number },
): string[] {
  const toMs = fromMs + framesMs(durationFrames)
  const heard = files.filter((file) => file.startMs < toMs && file.startMs + file.durationMs > fromMs)
  const inputs: string[] = []
  const filters: string[] = []
  heard.forEach((file, i) => {
    const skipMs = Math.max(0, fromMs - file.startMs)
    const delayMs = Math.max(0, file.startMs - fromMs)
    inputs.push('-ss', seconds(skipMs), '-t', seconds(toMs - fromMs - delayMs), '-i', file.path)
    filters.push(
      `[${i + 1}:a]aresample=${MIX_SAMPLE_RATE_HZ}:async=1:first_pts=0,aformat=channel_layouts=stereo,` +
        `adelay=delays=${delayMs.toFixed(3)}:all=1[a${i}]`,
    )
  })
  const silence = `anullsrc=r=${MIX_SAMPLE_RATE_HZ}:cl=stereo,atrim=end_sample=${durationFrames * AAC_FRAME_SAMPLES}`
  const labels = heard.map((_, i) => `[a${i}]`).join('')
  filters.push(
    `[0:a]${labels}amix=inputs=${heard.length + 1}:duration=first:normalize=0,alimiter=limit=0.9:level=0[mix]`,
  )
  const encoder = ['-c:a', 'aac', '-b:a', BITRATE, '-threads', '1', '-flags:a', '+bitexact', '-f', 'adts', 'pipe:1']
  return ['-f', 'lavfi', '-i', silence, ...inputs, '-filter_complex', filters.join(';'), '-map', '[mix]', ...encoder]
}

function framesMs(frames: number): number {
  return (frames * AAC_FRAME_SAMPLES * 1_000) / MIX_SAMPLE_RATE_HZ
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(6)
}
