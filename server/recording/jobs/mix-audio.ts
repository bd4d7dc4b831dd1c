import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { runFfmpeg } from './ffmpeg.ts'
import { mixPiece, pieceCount, type AudioTrackFiles } from './mix-piece.ts'

export type MixOptions = {
  tracks: AudioTrackFiles[]
  /** Of the session; the mix is as long, to within one AAC frame. */
  durationMs: number
  /** An `.m4a` file. */
  output: string
  /** Where pieces are kept; those already there (made during the session by mixPiece) are not made again. */
  piecesDirectory: string
  signal?: AbortSignal
}

/** The file of one piece; pass it to mixPiece as `output`. */
export function pieceFile({ piecesDirectory, pieceIndex }: { piecesDirectory: string; pieceIndex: number }): string {
  return path.join(piecesDirectory, `mix-${String(pieceIndex).padStart(5, '0')}.aac`)
}

/**
 * One sound track of everybody, AAC in MP4 with the index at the head, sample 0 at the session's zero. Can be killed
 * and run again at any moment: whole pieces are kept, `output` appears at the end, and a second run gives the same bytes.
 */
export async function mixAudio({ tracks, durationMs, output, piecesDirectory, signal }: MixOptions): Promise<void> {
  await mkdir(piecesDirectory, { recursive: true })
  const pieces = Array.from({ length: pieceCount(durationMs) }, (_, pieceIndex) => ({
    pieceIndex,
    file: pieceFile({ piecesDirectory, pieceIndex }),
  }))
  for (const { pieceIndex, file } of pieces) {
    if (await exists(file)) continue
    await mixPiece({ tracks, pieceIndex, output: file, signal })
  }
  const joined = path.join(piecesDirectory, 'joined.aac')
  await pipeline(
    Readable.from(readAll(pieces.map((piece) => piece.file))),
    createWriteStream(joined),
    signal ? { signal } : {},
  )
  const temporary = `${output}.tmp.m4a`
  const limit = ['-t', (durationMs / 1_000).toFixed(3)]
  const container = ['-movflags', '+faststart', '-fflags', '+bitexact', '-map_metadata', '-1', '-f', 'mp4']
  await runFfmpeg(['-f', 'aac', '-i', joined, ...limit, '-c', 'copy', ...container, temporary], { signal })
  await rename(temporary, output)
}

async function* readAll(files: string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    for await (const bytes of createReadStream(file)) {
      if (Buffer.isBuffer(bytes)) yield bytes
    }
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
