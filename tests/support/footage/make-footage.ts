import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawPicture, type Rectangle } from './draw-picture.ts'
import { LOOP_MS } from './footage-clock.ts'
import { paintRgb, paintYuv420 } from './paint-picture.ts'
import { PICTURE_HEIGHT_PX, PICTURE_WIDTH_PX } from './picture-code.ts'
import { toneHz } from './sound-code.ts'
import { drawSound, encodeWav } from './write-wav.ts'

/** Chromium plays an .mjpeg file at 30 frames a second, whatever is in it. */
const MJPEG_FPS = 30
const JPEG_QUALITY = 80

export interface FootageOptions {
  /** 0 to 15, seen in the picture and heard in the sound. */
  cameraId: number
  /** 30 (the default) is a file of some 10 MB; 10, 15, 20 or 25 spare a busy machine and take 345 kB a frame. */
  fps?: 10 | 15 | 20 | 25 | 30
  /** Where the files are kept from one run to the next. */
  directory?: string
}

export interface Footage {
  cameraId: number
  toneHz: number
  fps: number
  /** For Chromium's --use-file-for-fake-video-capture. */
  videoFile: string
  /** For Chromium's --use-file-for-fake-audio-capture. */
  audioFile: string
}

/** Writes beside the target and renames, so that a half-written file is never taken for footage. */
async function writeOnce(file: string, parts: () => AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  if (existsSync(file)) return
  const partial = `${file}.${process.pid}.partial`
  const handle = await open(partial, 'w')
  try {
    for await (const part of parts()) await handle.write(part)
  } finally {
    await handle.close()
  }
  await rename(partial, file)
}

async function* encodeMjpeg(scenes: readonly Rectangle[][]): AsyncIterable<Buffer> {
  const raw = { width: PICTURE_WIDTH_PX, height: PICTURE_HEIGHT_PX, channels: 3 } as const
  for (const scene of scenes) yield await sharp(paintRgb(scene), { raw }).jpeg({ quality: JPEG_QUALITY }).toBuffer()
}

function* encodeY4m(scenes: readonly Rectangle[][], { fps }: { fps: number }): Iterable<Buffer> {
  yield Buffer.from(`YUV4MPEG2 W${PICTURE_WIDTH_PX} H${PICTURE_HEIGHT_PX} F${fps}:1 Ip A1:1 C420\n`)
  for (const scene of scenes) {
    yield Buffer.from('FRAME\n')
    yield paintYuv420(scene)
  }
}

const nameOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 16)

/**
 * The files that Chromium plays as one participant's camera and microphone, 640 × 360 and mono, one loop long. Named
 * by their content and made once: whoever changes the drawing gets new files, whoever does not waits for none.
 */
export async function makeFootage(options: FootageOptions): Promise<Footage> {
  const { cameraId, fps = MJPEG_FPS, directory = join(tmpdir(), 'tongke-footage') } = options
  await mkdir(directory, { recursive: true })
  const frames = Array.from({ length: (LOOP_MS * fps) / 1000 }, (_, index) => Math.floor((index * 1000) / fps))
  const scenes = frames.map((clockMs) => drawPicture({ cameraId, clockMs }))
  const videoName = nameOf(JSON.stringify({ fps, quality: JPEG_QUALITY, scenes }))
  const wav = encodeWav(drawSound(cameraId))

  const videoFile = join(directory, `camera-${cameraId}-${videoName}.${fps === MJPEG_FPS ? 'mjpeg' : 'y4m'}`)
  const audioFile = join(directory, `camera-${cameraId}-${nameOf(wav)}.wav`)
  await writeOnce(videoFile, () => (fps === MJPEG_FPS ? encodeMjpeg(scenes) : encodeY4m(scenes, { fps })))
  await writeOnce(audioFile, () => [wav])
  return { cameraId, toneHz: toneHz(cameraId), fps, videoFile, audioFile }
}
