import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FfmpegFailedError, runFfmpeg } from '#server/recording/jobs/ffmpeg.ts'
import { mixAudio, pieceFile } from '#server/recording/jobs/mix-audio.ts'
import { probeDuration } from '#server/recording/jobs/probe-duration.ts'
import { makeThumbnail } from '#server/recording/jobs/thumbnail.ts'
import { measureWaveform } from '#server/recording/jobs/waveform.ts'
import { probe } from './rtp-source.ts'

let directory: string
const at = (name: string) => path.join(directory, name)
const hash = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tongke-jobs-'))
  const beep = `aevalsrc=0.4*sin(2*PI*440*t)*lt(mod(t\\,10)\\,1):sample_rate=48000:duration=70`
  await runFfmpeg(['-f', 'lavfi', '-i', beep, '-c:a', 'libopus', '-strict', '-2', at('a.mp4')])
  await runFfmpeg([
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=880:duration=5',
    '-c:a',
    'libopus',
    '-strict',
    '-2',
    at('b.mp4'),
  ])
  await runFfmpeg(['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30:duration=3', '-c:v', 'libx264', at('v.mp4')])
})
afterAll(() => rm(directory, { recursive: true }))

describe('[RECORD-12] the mix', () => {
  it('has every track in its place, across the seam of two pieces, and is the same when made again', async () => {
    const mix = {
      tracks: [
        { files: [{ path: at('a.mp4'), startMs: 3_000, durationMs: 70_000 }] },
        { files: [{ path: at('b.mp4'), startMs: 44_500, durationMs: 5_000 }] },
      ],
      durationMs: 80_000,
      output: at('mix.m4a'),
      piecesDirectory: at('pieces'),
    }
    await mixAudio(mix)
    expect((await probe(mix.output)).codec).toBe('aac')
    expect(Math.abs((await probeDuration(mix.output)) - 80_000)).toBeLessThan(30)
    const { rms } = await measureWaveform(mix.output)
    expect(rms).toHaveLength(80)
    const loud = rms.flatMap((value, second) => (value > 0.03 ? [second] : []))
    expect(loud).toEqual([3, 13, 23, 33, 43, 44, 45, 46, 47, 48, 49, 53, 63])
    // The seam of the pieces lies at 45.056 s, within an even tone: a click would be heard above it.
    const aboveTone = ['-af', 'highpass=f=4000,highpass=f=4000', '-ac', '1', '-f', 's16le', 'pipe:1']
    const seam = await runFfmpeg(['-ss', '44.9', '-t', '0.3', '-i', mix.output, ...aboveTone])
    const samples = Array.from({ length: seam.length / 2 }, (_, i) => Math.abs(seam.readInt16LE(2 * i)))
    expect(Math.max(...samples.slice(1_000))).toBeLessThan(60)
    const first = await hash(mix.output)
    await rm(pieceFile({ piecesDirectory: at('pieces'), pieceIndex: 1 }))
    await mixAudio(mix)
    expect(await hash(mix.output)).toBe(first)
  })

  it('of nobody is silence of the right length', async () => {
    await mixAudio({ tracks: [], durationMs: 2_000, output: at('silence.m4a'), piecesDirectory: at('none') })
    expect((await measureWaveform(at('silence.m4a'))).rms.every((value) => value === 0)).toBe(true)
    expect(Math.abs((await probeDuration(at('silence.m4a'))) - 2_000)).toBeLessThan(30)
  })
})

describe('[RECORD-13] pictures', () => {
  it.each(['jpg', 'webp'])('a thumbnail as %s is the same when made again', async (extension) => {
    const options = { file: at('v.mp4'), atMs: 1_500, output: at(`thumb.${extension}`), widthPx: 320 }
    await makeThumbnail(options)
    const first = await hash(options.output)
    await makeThumbnail(options)
    expect(await hash(options.output)).toBe(first)
    expect(await probe(options.output)).toMatchObject({ widthPx: 320, heightPx: 180 })
  })

  it('a file that is none is a clear error', async () => {
    await expect(probeDuration(at('missing.mp4'))).rejects.toBeInstanceOf(FfmpegFailedError)
  })
})
