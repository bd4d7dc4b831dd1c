/** 2 寸照片: 35 × 49 mm, at 300 dots to the inch. */
export const PHOTO_PX = { width: 413, height: 579 } as const
/** A face from fewer pixels than these would be soft on paper. */
export const PHOTO_CROP_MIN_WIDTH_PX = 250
export const PHOTO_MAX_BYTES = 10 * 1024 * 1024
export const PHOTO_ZOOM_MAX = 4

interface Size {
  width: number
  height: number
}

/** A part of an upright picture, in its own pixels. */
export interface Crop extends Size {
  left: number
  top: number
}

/** Where the frame lies: how near, and what part of the picture is in the middle of it (0 to 1). */
export interface Framing {
  zoom: number
  centreX: number
  centreY: number
}

/** Faces stand in the upper half of most pictures. */
export const FIRST_FRAMING: Framing = { zoom: 1, centreX: 0.5, centreY: 0.45 }

/** The part of a picture that the frame shows: always 35:49, always within the picture. */
export function cropOf({ width, height }: Size, { zoom, centreX, centreY }: Framing): Crop {
  const ratio = PHOTO_PX.width / PHOTO_PX.height
  const widest = Math.min(width, height * ratio)
  const cropWidth = widest / Math.min(Math.max(zoom, 1), PHOTO_ZOOM_MAX)
  const cropHeight = cropWidth / ratio
  const within = (centre: number, { whole, part }: { whole: number; part: number }) =>
    Math.max(Math.min(centre * whole - part / 2, whole - part), 0)
  return {
    left: within(centreX, { whole: width, part: cropWidth }),
    top: within(centreY, { whole: height, part: cropHeight }),
    ...{ width: cropWidth, height: cropHeight },
  }
}

/** The framing that a crop came from: what was pushed beyond an edge comes back to it. */
export const framingWithin = (picture: Size, framing: Framing): Framing => {
  const { left, top, width, height } = cropOf(picture, framing)
  return {
    zoom: Math.min(Math.max(framing.zoom, 1), PHOTO_ZOOM_MAX),
    centreX: (left + width / 2) / picture.width,
    centreY: (top + height / 2) / picture.height,
  }
}
