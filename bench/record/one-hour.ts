import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { finalizePart } from '#server/recording/finalize-part.ts'
import { mp4Layout } from '#server/recording/mp4/layout.ts'
import { PartFile } from '#server/recording/part-file.ts'
import type { TrackFormat } from '#server/recording/sample.ts'

const SECONDS = 3_600
const KEYFRAME_EVERY_SECONDS = 4
/** 1280×720 baseline, as x264 writes it. */
const SPS = Buffer.from('6742c01fd9005005bb0110000003001000000303c8f18324', 'hex')
const NON_IDR_SLICE = 0x41
const PPS = Buffer.from('68cb83cb20', 'hex')

const SHAPES: Record<'video' | 'audio', { format: TrackFormat; perSecond: number; sampleBytes: number }> = {
  video: {
    format: { codec: 'h264', codecString: 'avc1.42c01f', widthPx: 1280, heightPx: 720, sps: SPS, pps: PPS },
    perSecond: 30,
    sampleBytes: 6_250,
  },
  audio: { format: { codec: 'opus', codecString: 'opus', channels: 2 }, perSecond: 50, sampleBytes: 100 },
}

/** Writes an hour of one track at full size, not yet finalised. Frame times vary as a browser's do. */
async function writeHour(directory: string, { kind }: { kind: 'video' | 'audio' }): Promise<string> {
  const { format, perSecond, sampleBytes } = SHAPES[kind]
  if (format.codec === 'vp8') throw new Error('This bench writes MP4.')
  const layout = mp4Layout(format)
  const facts = { trackId: kind, partIndex: 0, codec: format.codecString, startedAtEpochMs: 0 }
  const file = await PartFile.create({ directory, layout, facts })
  const step = layout.timescaleHz / perSecond
  const jitter = kind === 'video' ? (i: number) => (i * 7_919) % 400 : () => 0
  for (let second = 0; second < SECONDS; second++) {
    const samples = Array.from({ length: perSecond }, (_, i) => ({
      time: (second * perSecond + i) * step + (i === 0 ? 0 : jitter(second * perSecond + i)),
      keyframe: i === 0 && (kind === 'audio' || second % KEYFRAME_EVERY_SECONDS === 0),
      chunks: [picture({ sampleBytes, fill: i })],
      sizeBytes: sampleBytes,
    }))
    const endTime = (second + 1) * perSecond * step
    const bytes = layout.buildFragment({ sequenceNumber: second + 1, samples, endTime })
    await file.append(bytes, {
      startMs: second * 1_000,
      durationMs: 1_000,
      keyframe: samples[0]?.keyframe ?? false,
    })
  }
  await file.close()
  return file.file
}

/** One slice by its look, so that a remuxer finds nothing to complain of. */
function picture({ sampleBytes, fill }: { sampleBytes: number; fill: number }): Buffer {
  const bytes = Buffer.alloc(sampleBytes, fill + 1)
  bytes.writeUInt32BE(sampleBytes - 4)
  bytes.writeUInt8(NON_IDR_SLICE, 4)
  return bytes
}

/** From the end of the session to playable files, in ms: ffmpeg remuxing the same hour, then ours in place. */
export async function measureHour(directory: string): Promise<{ oursMs: number; theirsMs: number }> {
  const files = [await writeHour(directory, { kind: 'video' }), await writeHour(directory, { kind: 'audio' })]
  const remuxed = path.join(directory, 'remuxed.mp4')
  const theirsFromMs = performance.now()
  for (const file of files) {
    const args = ['-v', 'quiet', '-y', '-i', file, '-c', 'copy', '-strict', '-2', '-movflags', '+faststart', remuxed]
    execFileSync('ffmpeg', args)
    rmSync(remuxed)
  }
  const theirsMs = performance.now() - theirsFromMs
  const oursFromMs = performance.now()
  for (const file of files) await finalizePart(file)
  return { oursMs: performance.now() - oursFromMs, theirsMs }
}
