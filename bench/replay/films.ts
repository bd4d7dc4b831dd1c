import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { opusPacketsOf, picturesOf, type StreamUnit } from '#server/demo/elementary-streams.ts'
import type { Film } from '#server/demo/finished-activity-film.ts'
import { runFfmpeg } from '#server/recording/jobs/ffmpeg.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import { LOOP_MS } from '#tests/support/footage/footage-clock.ts'
import { makeFootage } from '#tests/support/footage/make-footage.ts'

const PICTURES_PER_SECOND = 15
/** As cameras of a room are recorded: a whole picture every four seconds. */
const KEYFRAME_EVERY_PICTURES = 4 * PICTURES_PER_SECOND
/** Opus packets of 20 ms. */
const SOUNDS_PER_SECOND = 50
const START_CODE = Buffer.from([0, 0, 0, 1])

export interface FilmOptions {
  name: string
  source: MediaSource
  cameraId: number
  seconds: number
}

/** Footage with a clock in every picture, from its beginning on, as a camera would have sent it in H.264. */
export async function filmCamera(options: FilmOptions): Promise<Film> {
  const { videoFile } = await makeFootage({ cameraId: options.cameraId })
  const stream = await runFfmpeg([
    ...['-framerate', '30', '-i', videoFile, '-t', String(LOOP_MS / 1_000)],
    // Every second picture, each at its own moment: a conversion of the rate would move them by half a picture.
    ...['-vf', `select='not(mod(n,2))',setpts=N/${PICTURES_PER_SECOND}/TB`, '-r', String(PICTURES_PER_SECOND)],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-tune', 'zerolatency', '-b:v', '800k', '-threads', '1'],
    ...['-profile:v', 'baseline', '-level', '3.1', '-pix_fmt', 'yuv420p', '-g', String(KEYFRAME_EVERY_PICTURES)],
    ...['-x264-params', 'aud=1:repeat-headers=1:sliced-threads=0:scenecut=0', '-f', 'h264', 'pipe:1'],
  ])
  const look = { kind: 'still', asset: '', widthPx: 640, heightPx: 360 } as const
  return toFilm(options, { look, loop: picturesOf(stream), unitsPerSecond: PICTURES_PER_SECOND })
}

/** The tone of the same footage, in Opus. */
export async function filmVoice(options: FilmOptions): Promise<Film> {
  const { audioFile, toneHz } = await makeFootage({ cameraId: options.cameraId })
  const stream = await runFfmpeg([
    ...['-i', audioFile, '-t', String(LOOP_MS / 1_000), '-ac', '1', '-c:a', 'libopus', '-b:a', '40k'],
    ...['-application', 'audio', '-frame_duration', '20', '-f', 'ogg', 'pipe:1'],
  ])
  const look = { kind: 'voice', pitchHz: toneHz, spoken: [[0, options.seconds]] } as const
  // What the encoder puts before the beginning stands before the first packet; the loop is kept to its length.
  const loop = opusPacketsOf(stream).slice(0, (LOOP_MS / 1_000) * SOUNDS_PER_SECOND)
  return toFilm(options, { look, loop, unitsPerSecond: SOUNDS_PER_SECOND })
}

function toFilm(
  { name, source, seconds }: FilmOptions,
  { look, loop, unitsPerSecond }: Pick<Film, 'unitsPerSecond'> & { look: Film['shot']['look']; loop: StreamUnit[] },
): Film {
  const units = Array.from({ length: seconds * unitsPerSecond }, (_, index) => loop[index % loop.length] ?? [])
  return { shot: { name, source, fromS: 0, toS: seconds, look }, units, unitsPerSecond }
}

/** The same pictures with the same sound in one file, made to be streamed. Answers its path. */
export async function writeStaticFile(film: Film, { cameraId, folder }: { cameraId: number; folder: string }) {
  const stream = path.join(folder, 'static.h264')
  const file = path.join(folder, 'static.mp4')
  const { audioFile } = await makeFootage({ cameraId })
  await writeFile(stream, Buffer.concat(film.units.flatMap((unit) => unit.flatMap((nal) => [START_CODE, nal]))))
  await runFfmpeg([
    ...['-framerate', String(PICTURES_PER_SECOND), '-f', 'h264', '-i', stream, '-stream_loop', '-1', '-i', audioFile],
    ...['-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'aac', '-b:a', '64k', '-t', String(film.shot.toS)],
    ...['-movflags', '+faststart', file],
  ])
  return file
}
