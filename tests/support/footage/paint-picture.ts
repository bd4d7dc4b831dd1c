import type { Colour, Rectangle } from './draw-picture.ts'
import { PICTURE_HEIGHT_PX, PICTURE_WIDTH_PX } from './picture-code.ts'

const PIXELS = PICTURE_WIDTH_PX * PICTURE_HEIGHT_PX

const clampByte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))

/** Full-range BT.601, the conversion of JFIF. */
const rgbOf = ({ y, cb, cr }: Colour): [number, number, number] => [
  clampByte(y + 1.402 * (cr - 128)),
  clampByte(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)),
  clampByte(y + 1.772 * (cb - 128)),
]

/** Packed RGB, three bytes a pixel. */
export function paintRgb(rectangles: readonly Rectangle[]): Buffer {
  const pixels = Buffer.alloc(PIXELS * 3)
  for (const { leftPx, topPx, widthPx, heightPx, colour } of rectangles) {
    const row = Buffer.alloc(widthPx * 3, Buffer.from(rgbOf(colour)))
    for (let y = topPx; y < topPx + heightPx; y++) row.copy(pixels, (y * PICTURE_WIDTH_PX + leftPx) * 3)
  }
  return pixels
}

/** Planar YUV 4:2:0 in the limited range that YUV4MPEG2 files have. */
export function paintYuv420(rectangles: readonly Rectangle[]): Buffer {
  const picture = Buffer.alloc((PIXELS * 3) / 2)
  const planes = [
    { offset: 0, scale: 1, value: ({ y }: Colour) => 16 + (y * 219) / 255 },
    { offset: PIXELS, scale: 2, value: ({ cb }: Colour) => 128 + ((cb - 128) * 224) / 255 },
    { offset: (PIXELS * 5) / 4, scale: 2, value: ({ cr }: Colour) => 128 + ((cr - 128) * 224) / 255 },
  ]
  for (const { leftPx, topPx, widthPx, heightPx, colour } of rectangles) {
    for (const { offset, scale, value } of planes) {
      const stride = PICTURE_WIDTH_PX / scale
      for (let y = topPx / scale; y < (topPx + heightPx) / scale; y++) {
        const start = offset + y * stride + leftPx / scale
        picture.fill(clampByte(value(colour)), start, start + widthPx / scale)
      }
    }
  }
  return picture
}
