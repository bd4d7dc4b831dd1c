import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cropOf, framingWithin, PHOTO_PX } from '#core/domain/application/photo-crop.ts'

const size = fc.record({ width: fc.integer({ min: 1, max: 9_000 }), height: fc.integer({ min: 1, max: 9_000 }) })
const part = fc.double({ min: -1, max: 2, noNaN: true })
const framing = fc.record({ zoom: fc.double({ min: 0.5, max: 6, noNaN: true }), centreX: part, centreY: part })

it('[APP6] a crop is 35:49 and lies within the picture, wherever the frame was pushed', () => {
  fc.assert(
    fc.property(size, framing, (picture, asked) => {
      const { left, top, width, height } = cropOf(picture, asked)
      expect(width / height).toBeCloseTo(PHOTO_PX.width / PHOTO_PX.height, 6)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(left + width).toBeLessThanOrEqual(picture.width + 1e-6)
      expect(top + height).toBeLessThanOrEqual(picture.height + 1e-6)
    }),
  )
})

it('[APP6] what comes back from the edge frames the same part', () => {
  fc.assert(
    fc.property(size, framing, (picture, asked) => {
      const crop = cropOf(picture, asked)
      const again = cropOf(picture, framingWithin(picture, asked))
      expect(again.left).toBeCloseTo(crop.left, 3)
      expect(again.top).toBeCloseTo(crop.top, 3)
      expect(again.width).toBeCloseTo(crop.width, 6)
    }),
  )
})
