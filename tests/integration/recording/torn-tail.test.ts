import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PartFile } from '#server/recording/part-file.ts'
import { mp4Layout } from '#server/recording/mp4/layout.ts'
import { readIndex } from '#server/recording/part-index.ts'
import { recoverDirectory } from '#server/recording/recover-directory.ts'
import { webmLayout } from '#server/recording/webm/layout.ts'

const layouts = {
  opus: mp4Layout({ codec: 'opus', codecString: 'opus', channels: 2 }),
  vp8: webmLayout({ codec: 'vp8', codecString: 'vp8', widthPx: 16, heightPx: 16 }),
}
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tongke-torn-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function writePart(codec: keyof typeof layouts): Promise<string> {
  const layout = layouts[codec]
  const facts = { trackId: codec, partIndex: 0, codec, startedAtEpochMs: 1_000 }
  const file = await PartFile.create({ directory, layout, facts })
  const step = layout.timescaleHz / 50
  for (let second = 0; second < 4; second++) {
    const samples = Array.from({ length: 50 }, (_, i) => ({
      time: (second * 50 + i) * step,
      keyframe: i === 0,
      chunks: [Buffer.alloc(20 + i, 0xfc)],
      sizeBytes: 20 + i,
    }))
    const bytes = layout.buildFragment({ sequenceNumber: second + 1, samples, endTime: (second + 1) * 50 * step })
    await file.append(bytes, { startMs: second * 1_000, durationMs: 1_000, keyframe: true })
  }
  await file.close()
  return file.file
}

describe.each(['opus', 'vp8'] as const)('[RECORD-16] a part of %s', (codec) => {
  it('cut anywhere keeps its whole fragments, and recovering again changes nothing', async () => {
    const file = await writePart(codec)
    const whole = await readFile(file)
    const fragments = (await readIndex(file))?.fragments ?? []
    const index = await readFile(`${file}.idx`)
    const first = fragments[0]?.offsetBytes ?? 0
    for (let cut = first; cut <= whole.length; cut += 211) {
      await writeFile(file, whole.subarray(0, cut))
      await writeFile(`${file}.idx`, index.subarray(0, Math.max(index.length - 25, index.indexOf('\n') + 1)))
      const { parts, unreadable } = await recoverDirectory(directory)
      const kept = fragments.filter((fragment) => fragment.offsetBytes + fragment.sizeBytes <= cut)
      expect(unreadable).toEqual([])
      expect(parts.map((part) => part.durationMs)).toEqual(kept.length === 0 ? [] : [kept.length * 1_000])
      if (kept.length === 0) continue
      expect((await readIndex(file))?.fragments).toEqual(kept)
      const once = await readFile(file)
      await recoverDirectory(directory)
      expect((await readFile(file)).equals(once)).toBe(true)
    }
  })

  it('a tail of zeros, as a power cut leaves it, is cut off', async () => {
    const file = await writePart(codec)
    await writeFile(file, Buffer.alloc(5_000), { flag: 'a' })
    expect((await recoverDirectory(directory)).parts[0]?.durationMs).toBe(4_000)
  })

  it('without an index it is reported and left alone', async () => {
    const file = await writePart(codec)
    await rm(`${file}.idx`)
    const before = await readFile(file)
    expect(await recoverDirectory(directory)).toMatchObject({ parts: [], unreadable: [{ file }] })
    expect((await readFile(file)).equals(before)).toBe(true)
  })
})
