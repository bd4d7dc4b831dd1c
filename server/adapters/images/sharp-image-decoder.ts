import sharp from 'sharp'
import type { ImageDecoder, RemadeImage } from '#server/usecases/plans/ports.ts'

const MAGIC: { format: 'jpeg' | 'png' | 'webp' | 'gif'; test: (bytes: Uint8Array) => boolean }[] = [
  { format: 'jpeg', test: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { format: 'png', test: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { format: 'gif', test: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) },
  {
    format: 'webp',
    test: (bytes) =>
      startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
  },
]

const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, index) => bytes[index] === byte)

/**
 * Photographs become JPEG, everything with sharp edges or transparency PNG. The first bytes decide what is decoded, not
 * the name or the type that was sent along, so SVG and other programs in disguise never reach a decoder.
 */
export const sharpImageDecoder: ImageDecoder = {
  async remake(bytes, { maxPixels, maxEdgePx }) {
    const format = MAGIC.find(({ test }) => test(bytes))?.format
    if (format === undefined) return null
    try {
      const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      // An accepted beginning with another format behind it is a trick.
      if ((await picture.metadata()).format !== format) return null
      const upright = picture
        .autoOrient()
        .resize({ width: maxEdgePx, height: maxEdgePx, fit: 'inside', withoutEnlargement: true })
      const made = format === 'jpeg' ? upright.jpeg({ quality: 86, mozjpeg: true }) : upright.png()
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
