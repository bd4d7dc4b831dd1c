import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPicture } from '#tests/support/footage/draw-picture.ts'
import { CAMERA_COUNT, LOOP_MS } from '#tests/support/footage/footage-clock.ts'
import { paintRgb } from '#tests/support/footage/paint-picture.ts'
import {
  codeSquares,
  decodeCells,
  encodeCells,
  GRID_CELLS,
  PICTURE_HEIGHT_PX,
  PICTURE_WIDTH_PX,
} from '#tests/support/footage/picture-code.ts'

const cameraId = fc.integer({ min: 0, max: CAMERA_COUNT - 1 })
const clockMs = fc.integer({ min: 0, max: LOOP_MS / 2 - 1 }).map((step) => step * 2)

describe('picture code', () => {
  it('any camera and clock survives noise, faded contrast and a shift of brightness', () => {
    const disturbance = fc.record({
      gain: fc.double({ min: 0.1, max: 2, noNaN: true }),
      shift: fc.double({ min: -200, max: 200, noNaN: true }),
      noise: fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 64, maxLength: 64 }),
    })
    fc.assert(
      fc.property(cameraId, clockMs, disturbance, (camera, clock, { gain, shift, noise }) => {
        const cells = encodeCells({ cameraId: camera, clockMs: clock })
        const seen = cells.map((white, cell) => shift + gain * ((white ? 1 : 0) + (noise[cell] ?? 0)))
        expect(decodeCells(seen)).toMatchObject({ cameraId: camera, clockMs: clock })
      }),
    )
  })

  it('a picture scaled to 160 × 90 and coarsely compressed is still read', async () => {
    const [widthPx, heightPx] = [160, 90]
    await fc.assert(
      fc.asyncProperty(cameraId, clockMs, async (camera, clock) => {
        const raw = { width: PICTURE_WIDTH_PX, height: PICTURE_HEIGHT_PX, channels: 3 } as const
        const picture = paintRgb(drawPicture({ cameraId: camera, clockMs: clock }))
        const small = await sharp(picture, { raw }).resize(widthPx, heightPx).jpeg({ quality: 20 }).toBuffer()
        const pixels = await sharp(small).greyscale().raw().toBuffer()
        const [square] = codeSquares({ widthPx, heightPx })
        if (square === undefined) throw new Error('There is always a square.')
        const cellPx = square.sidePx / GRID_CELLS
        const centres = Array.from({ length: GRID_CELLS ** 2 }, (_, cell) => {
          const x = Math.floor(square.leftPx + ((cell % GRID_CELLS) + 0.5) * cellPx)
          const y = Math.floor(square.topPx + (Math.floor(cell / GRID_CELLS) + 0.5) * cellPx)
          return pixels[y * widthPx + x] ?? 0
        })
        const reading = decodeCells(centres)
        expect(reading).toMatchObject({ cameraId: camera, clockMs: clock })
        expect(reading?.confidence).toBeGreaterThan(0.5)
      }),
      { numRuns: 40 },
    )
  })

  it('black, white and grey pictures carry no code, and chance seldom does', () => {
    for (const level of [0, 128, 255]) expect(decodeCells(new Array<number>(64).fill(level))).toBeNull()
    const noise = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 64, maxLength: 64 })
    const pictures = fc.sample(noise, { numRuns: 5_000, seed: 1 })
    expect(pictures.filter((cells) => (decodeCells(cells)?.confidence ?? 0) > 0.2)).toEqual([])
  })

  it('a letterboxed and a cropped picture are both looked at', () => {
    expect(codeSquares({ widthPx: 1280, heightPx: 720 })).toHaveLength(1)
    expect(codeSquares({ widthPx: 480, heightPx: 360 })).toEqual([
      { leftPx: 120, topPx: 60, sidePx: 240 },
      { leftPx: 80, topPx: 20, sidePx: 320 },
    ])
  })

  it('a camera or a clock that does not exist is refused', () => {
    expect(() => encodeCells({ cameraId: CAMERA_COUNT, clockMs: 0 })).toThrow(RangeError)
    expect(() => encodeCells({ cameraId: 0, clockMs: LOOP_MS })).toThrow(RangeError)
  })
})
