import { loopDistanceMs, median, onLoop } from '../../footage/footage-clock.ts'
import { codeSquares, decodeCells, GRID_CELLS, type PictureReading, type Square } from '../../footage/picture-code.ts'
import { readTrack } from './read-track.ts'

/** Samples across one cell; the outer ones are left out, where codecs smear. */
const CELL_SAMPLES = 10
const CELL_MARGIN = 2
const SQUARE_SAMPLES = GRID_CELLS * CELL_SAMPLES

const canvas = document.createElement('canvas')
canvas.width = SQUARE_SAMPLES
canvas.height = SQUARE_SAMPLES
const brush = canvas.getContext('2d', { willReadFrequently: true })

function cellBrightness(source: HTMLVideoElement | VideoFrame, { leftPx, topPx, sidePx }: Square): number[] {
  if (brush === null) return []
  brush.drawImage(source, leftPx, topPx, sidePx, sidePx, 0, 0, SQUARE_SAMPLES, SQUARE_SAMPLES)
  const pixels = brush.getImageData(0, 0, SQUARE_SAMPLES, SQUARE_SAMPLES).data
  return Array.from({ length: GRID_CELLS * GRID_CELLS }, (_, cell) => {
    const left = (cell % GRID_CELLS) * CELL_SAMPLES
    const top = Math.floor(cell / GRID_CELLS) * CELL_SAMPLES
    let sum = 0
    for (let y = top + CELL_MARGIN; y < top + CELL_SAMPLES - CELL_MARGIN; y++) {
      for (let x = left + CELL_MARGIN; x < left + CELL_SAMPLES - CELL_MARGIN; x++) {
        // Green stands for brightness: it weighs most, and footage is grey where the code is.
        sum += pixels[(y * SQUARE_SAMPLES + x) * 4 + 1] ?? 0
      }
    }
    return sum
  })
}

/**
 * Reads the code from the frame itself, not from the element's box: object-fit, size on the page and visibility do
 * not matter. Null when there is no picture or no code in it.
 */
export function readPicture(source: HTMLVideoElement | VideoFrame): PictureReading | null {
  const isFrame = source instanceof VideoFrame
  const widthPx = isFrame ? source.displayWidth : source.videoWidth
  const heightPx = isFrame ? source.displayHeight : source.videoHeight
  if (widthPx === 0 || heightPx === 0) return null
  // Sized, but without a picture it draws nothing: the last other element's would be read.
  if (!isFrame && source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null
  for (const square of codeSquares({ widthPx, heightPx })) {
    const reading = decodeCells(cellBrightness(source, square))
    if (reading !== null) return reading
  }
  return null
}

export interface SeenFrame {
  /** When it was shown, in milliseconds since the epoch. */
  atMs: number
  clockMs: number
  /** Where it lies in the file that the element plays; of a track null. */
  mediaMs: number | null
}

export interface PictureWatch {
  /** The camera seen most, null when no code was read. */
  cameraId: number | null
  /** More than one when the picture changed from camera to camera. */
  cameraIds: number[]
  /** New moments of that camera, in the order of showing. */
  frames: SeenFrame[]
  /** Of the frames that were shown, how many carried a code. */
  readRatio: number
  /** Footage clock less wall clock, on the loop: constant while picture and wall clock run alike. */
  phaseMs: number | null
}

interface Shown {
  atMs: number
  mediaMs: number | null
  reading: PictureReading | null
}

async function framesOfElement(video: HTMLVideoElement, durationMs: number): Promise<Shown[]> {
  const shown: Shown[] = []
  await new Promise<void>((resolve) => {
    let request = 0
    const take: VideoFrameRequestCallback = (_now, metadata) => {
      const atMs = performance.timeOrigin + metadata.presentationTime
      shown.push({ atMs, mediaMs: metadata.mediaTime * 1_000, reading: readPicture(video) })
      request = video.requestVideoFrameCallback(take)
    }
    request = video.requestVideoFrameCallback(take)
    setTimeout(() => {
      video.cancelVideoFrameCallback(request)
      resolve()
    }, durationMs)
  })
  return shown
}

/**
 * Each frame carries when it was captured, on a clock of its own; the least delayed one tells how that stands to ours. When a
 * frame reached this script says more of how busy the page is.
 */
async function framesOfTrack(track: MediaStreamTrack, durationMs: number): Promise<Shown[]> {
  const frames: { stampMs: number; arrivedAtMs: number; reading: PictureReading | null }[] = []
  await readTrack<VideoFrame>(track, {
    durationMs,
    take: (frame, arrivedAtMs) =>
      frames.push({ stampMs: frame.timestamp / 1_000, arrivedAtMs, reading: readPicture(frame) }),
  })
  const zeroMs = performance.timeOrigin + Math.min(...frames.map(({ arrivedAtMs, stampMs }) => arrivedAtMs - stampMs))
  return frames.map(({ stampMs, reading }) => ({ atMs: zeroMs + stampMs, mediaMs: null, reading }))
}

/** Reads every frame that an element shows, or that a camera's track gives, for this long. */
export async function watchPicture(
  source: HTMLVideoElement | MediaStreamTrack,
  { durationMs }: { durationMs: number },
): Promise<PictureWatch> {
  const shown = await (source instanceof MediaStreamTrack
    ? framesOfTrack(source, durationMs)
    : framesOfElement(source, durationMs))
  const counts = new Map<number, number>()
  for (const { reading } of shown) {
    if (reading !== null) counts.set(reading.cameraId, (counts.get(reading.cameraId) ?? 0) + 1)
  }
  const cameraIds = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const cameraId = cameraIds[0] ?? null
  const seen = shown.flatMap(({ atMs, mediaMs, reading }) =>
    reading !== null && reading.cameraId === cameraId ? [{ atMs, mediaMs, clockMs: reading.clockMs }] : [],
  )
  const frames = seen.filter((frame, index) => frame.clockMs !== seen[index - 1]?.clockMs)
  const readCount = shown.filter(({ reading }) => reading !== null).length
  return {
    cameraId,
    cameraIds,
    frames,
    readRatio: shown.length === 0 ? 0 : readCount / shown.length,
    phaseMs: frames.length === 0 ? null : phaseOf(frames),
  }
}

/** The middle of the frames' phases, taken around the first so that the loop's seam does not tear it. */
function phaseOf(frames: readonly SeenFrame[]): number {
  const phases = frames.map(({ atMs, clockMs }) => onLoop(clockMs - atMs))
  const [first = 0] = phases
  return onLoop(first + median(phases.map((phase) => loopDistanceMs(first, phase))))
}
