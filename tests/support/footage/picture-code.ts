import { CAMERA_COUNT, LOOP_MS } from './footage-clock.ts'

/** The footage's own picture. A received picture may have any other size. */
export const PICTURE_WIDTH_PX = 640
export const PICTURE_HEIGHT_PX = 360

/**
 * The code is a square of 8 × 8 cells in the middle of the picture, 320 px wide, so that a crop to 4:3 keeps it and
 * at 160 × 90 a cell still has 10 px. The upper four rows hold 32 bits, the lower four the same bits inverted: a bit is
 * read by comparing a cell with its inverse, so brightness and contrast do not matter.
 */
export const GRID_CELLS = 8
export const CELL_PX = 40

const CODE_BITS = 32
const CAMERA_BITS = 4
const CLOCK_BITS = 14
const CHECK_BITS = CODE_BITS - CAMERA_BITS - CLOCK_BITS
/** One step of the clock: 14 bits of 2 ms reach 32.8 s, more than a loop. */
const CLOCK_STEP_MS = 2
/** x^14 + x^13 + x^11 + x^9 + 1, written without its highest term. */
const CHECK_POLYNOMIAL = 0x2a01
/** Keeps an all-black and an all-white square from being a code. */
const CHECK_MASK = 0x1c53

export interface PictureCode {
  cameraId: number
  /** Milliseconds since the loop began, in steps of 2 ms. */
  clockMs: number
}

export interface PictureReading extends PictureCode {
  /** The weakest bit's contrast over the picture's own: 0 is a guess, 1 is drawn. */
  confidence: number
}

function checkOf(value: number): number {
  let rest = CHECK_MASK
  for (let bit = CAMERA_BITS + CLOCK_BITS - 1; bit >= 0; bit--) {
    const carry = ((rest >> (CHECK_BITS - 1)) ^ (value >> bit)) & 1
    rest = (rest << 1) & (2 ** CHECK_BITS - 1)
    if (carry === 1) rest ^= CHECK_POLYNOMIAL
  }
  return rest
}

/** 64 cells row by row, true is white. Throws on a camera or a clock outside the loop. */
export function encodeCells({ cameraId, clockMs }: PictureCode): boolean[] {
  if (!Number.isInteger(cameraId) || cameraId < 0 || cameraId >= CAMERA_COUNT)
    throw new RangeError('cameraId is 0 to 15')
  if (!(clockMs >= 0 && clockMs < LOOP_MS)) throw new RangeError('clockMs lies on the loop')
  const value = cameraId * 2 ** CLOCK_BITS + Math.floor(clockMs / CLOCK_STEP_MS)
  const code = value * 2 ** CHECK_BITS + checkOf(value)
  const bits = Array.from(
    { length: CODE_BITS },
    (_, index) => Math.floor(code / 2 ** (CODE_BITS - 1 - index)) % 2 === 1,
  )
  return [...bits, ...bits.map((bit) => !bit)]
}

/** Reads 64 cell brightnesses, row by row and in any unit. Null where the check does not fit. */
export function decodeCells(brightness: readonly number[]): PictureReading | null {
  const contrasts = Array.from(
    { length: CODE_BITS },
    (_, index) => (brightness[index] ?? 0) - (brightness[index + CODE_BITS] ?? 0),
  )
  const code = contrasts.reduce((sum, contrast) => sum * 2 + (contrast > 0 ? 1 : 0), 0)
  const value = Math.floor(code / 2 ** CHECK_BITS)
  if (checkOf(value) !== code % 2 ** CHECK_BITS) return null
  const clockMs = (value % 2 ** CLOCK_BITS) * CLOCK_STEP_MS
  if (clockMs >= LOOP_MS) return null
  const strengths = contrasts.map(Math.abs)
  const strongest = Math.max(...strengths)
  const confidence = strongest === 0 ? 0 : Math.min(...strengths) / strongest
  return { cameraId: Math.floor(value / 2 ** CLOCK_BITS), clockMs, confidence }
}

export interface Square {
  leftPx: number
  topPx: number
  sidePx: number
}

/**
 * Where the code may lie in a picture of this size: the footage scaled to fit inside (bars at the edges) or to cover
 * it (cropped in the middle). One square when both are the same.
 */
export function codeSquares({ widthPx, heightPx }: { widthPx: number; heightPx: number }): Square[] {
  const ratios = [widthPx / PICTURE_WIDTH_PX, heightPx / PICTURE_HEIGHT_PX].sort((a, b) => a - b)
  const squares = ratios.map((ratio): Square => {
    const sidePx = GRID_CELLS * CELL_PX * ratio
    return { leftPx: (widthPx - sidePx) / 2, topPx: (heightPx - sidePx) / 2, sidePx }
  })
  const [inside, cover] = squares
  return inside !== undefined && cover !== undefined && cover.sidePx / inside.sidePx < 1.02 ? [inside] : squares
}
