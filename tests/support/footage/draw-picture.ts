import { CAMERA_COUNT } from './footage-clock.ts'
import {
  CELL_PX,
  encodeCells,
  GRID_CELLS,
  PICTURE_HEIGHT_PX,
  PICTURE_WIDTH_PX,
  type PictureCode,
} from './picture-code.ts'

/** Brightness and the two colour differences, full range, 0 to 255 (BT.601, as JPEG has them). */
export interface Colour {
  y: number
  cb: number
  cr: number
}

/** All edges are even, so that a rectangle is the same in the half-size colour planes. */
export interface Rectangle {
  leftPx: number
  topPx: number
  widthPx: number
  heightPx: number
  colour: Colour
}

const GRID_PX = GRID_CELLS * CELL_PX
const GRID_LEFT_PX = (PICTURE_WIDTH_PX - GRID_PX) / 2
const GRID_TOP_PX = (PICTURE_HEIGHT_PX - GRID_PX) / 2
const QUIET_PX = 10

const grey = (y: number): Colour => ({ y, cb: 128, cr: 128 })
const WHITE = grey(240)
const BLACK = grey(14)
const QUIET = grey(126)

/** Segments a to g of each digit, as a seven-segment display shows it. */
const SEGMENTS = ['abcdef', 'bc', 'abged', 'abgcd', 'fgbc', 'afgcd', 'afgedc', 'abc', 'abcdefg', 'abcdfg'] as const

function drawDigit(digit: number, { leftPx, topPx }: { leftPx: number; topPx: number }): Rectangle[] {
  const bar = (x: number, y: number, widthPx: number, heightPx: number): Rectangle => ({
    leftPx: leftPx + x,
    topPx: topPx + y,
    widthPx,
    heightPx,
    colour: WHITE,
  })
  const shapes: Record<string, Rectangle> = {
    a: bar(0, 0, 44, 8),
    b: bar(36, 0, 8, 44),
    c: bar(36, 36, 8, 44),
    d: bar(0, 72, 44, 8),
    e: bar(0, 36, 8, 44),
    f: bar(0, 0, 8, 44),
    g: bar(0, 36, 44, 8),
  }
  return [...(SEGMENTS[digit] ?? '')].flatMap((segment) => shapes[segment] ?? [])
}

const drawNumber = (value: number, at: { leftPx: number; topPx: number }): Rectangle[] => [
  ...drawDigit(Math.floor(value / 10) % 10, at),
  ...drawDigit(value % 10, { ...at, leftPx: at.leftPx + 56 }),
]

/**
 * One moment of one camera, painted back to front. Left the camera's number, right the second of the loop, both for
 * people; the middle is for readers. The ground has a hue of its own for each camera.
 */
export function drawPicture({ cameraId, clockMs }: PictureCode): Rectangle[] {
  const hue = (2 * Math.PI * cameraId) / CAMERA_COUNT
  const ground = { y: 92, cb: Math.round(128 + 36 * Math.cos(hue)), cr: Math.round(128 + 36 * Math.sin(hue)) }
  const cells = encodeCells({ cameraId, clockMs }).map((white, index): Rectangle => ({
    leftPx: GRID_LEFT_PX + (index % GRID_CELLS) * CELL_PX,
    topPx: GRID_TOP_PX + Math.floor(index / GRID_CELLS) * CELL_PX,
    widthPx: CELL_PX,
    heightPx: CELL_PX,
    colour: white ? WHITE : BLACK,
  }))
  return [
    { leftPx: 0, topPx: 0, widthPx: PICTURE_WIDTH_PX, heightPx: PICTURE_HEIGHT_PX, colour: ground },
    ...drawNumber(cameraId, { leftPx: 24, topPx: 140 }),
    ...drawNumber(Math.floor(clockMs / 1000), { leftPx: 516, topPx: 140 }),
    {
      leftPx: GRID_LEFT_PX - QUIET_PX,
      topPx: GRID_TOP_PX - QUIET_PX,
      widthPx: GRID_PX + 2 * QUIET_PX,
      heightPx: GRID_PX + 2 * QUIET_PX,
      colour: QUIET,
    },
    ...cells,
  ]
}
