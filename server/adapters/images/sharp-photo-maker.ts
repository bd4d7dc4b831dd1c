import { cropOf, PHOTO_CROP_MIN_WIDTH_PX, PHOTO_PX } from '#core/domain/application/photo-crop.ts'
import type { PhotoMaker } from '#server/usecases/applications/ports.ts'
import { openPicture } from './open-picture.ts'

/** 2 寸照片: upright, cropped, 413 × 579, and nothing of what the camera wrote beside it. */
export const sharpPhotoMaker: PhotoMaker = {
  async make(bytes, { framing, maxPixels }) {
    try {
      const picture = await openPicture(bytes, { maxPixels })
      if (picture === null) return { status: 'unreadable' }
      const { upright, widthPx, heightPx } = picture
      const crop = cropOf({ width: widthPx, height: heightPx }, framing)
      if (crop.width < PHOTO_CROP_MIN_WIDTH_PX) return { status: 'too-small' }
      const made = await upright
        .extract({
          left: Math.floor(crop.left),
          top: Math.floor(crop.top),
          width: Math.floor(crop.width),
          height: Math.floor(crop.height),
        })
        .resize({ ...PHOTO_PX, fit: 'cover' })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 90, mozjpeg: true })
        .toBuffer()
      return { status: 'made', bytes: made }
    } catch {
      // Broken, truncated, of too many pixels: for the person who chose the file these are the same.
      return { status: 'unreadable' }
    }
  },
}
