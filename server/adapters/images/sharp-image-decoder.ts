import type { ImageDecoder, RemadeImage } from '#server/usecases/plans/ports.ts'
import { openPicture } from './open-picture.ts'

/** Photographs become JPEG, everything with sharp edges or transparency PNG. */
export const sharpImageDecoder: ImageDecoder = {
  async remake(bytes, { maxPixels, maxEdgePx }) {
    try {
      const picture = await openPicture(bytes, { maxPixels })
      if (picture === null) return null
      const { format, upright } = picture
      const sized = upright.resize({ width: maxEdgePx, height: maxEdgePx, fit: 'inside', withoutEnlargement: true })
      const made = format === 'jpeg' ? sized.jpeg({ quality: 86, mozjpeg: true }) : sized.png()
      const { data, info } = await made.toBuffer({ resolveWithObject: true })
      return remade(data, { format, widthPx: info.width, heightPx: info.height })
    } catch {
      // Broken, truncated, too large: for the person who chose the file these are the same.
      return null
    }
  },
}

function remade(
  bytes: Buffer,
  { format, ...size }: { format: string; widthPx: number; heightPx: number },
): RemadeImage {
  return { bytes, mimeType: format === 'jpeg' ? 'image/jpeg' : 'image/png', ...size }
}
