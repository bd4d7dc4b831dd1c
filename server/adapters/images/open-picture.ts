import sharp, { type Sharp } from 'sharp'

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif'

const MAGIC: { format: PictureFormat; test: (bytes: Uint8Array) => boolean }[] = [
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
 * A picture to work on, upright, or null. The first bytes decide what is decoded, not the name or the type that was sent
 * along, so SVG and other programs in disguise never reach a decoder; of what is too large only the head is read. Throws
 * for what is broken further on, when it is decoded.
 */
export async function openPicture(
  bytes: Uint8Array,
  { maxPixels }: { maxPixels: number },
): Promise<{ format: PictureFormat; upright: Sharp; widthPx: number; heightPx: number } | null> {
  const format = MAGIC.find(({ test }) => test(bytes))?.format
  if (format === undefined) return null
  const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
  const { format: found, autoOrient } = await picture.metadata()
  // An accepted beginning with another format behind it is a trick.
  if (found !== format) return null
  return { format, upright: picture.autoOrient(), widthPx: autoOrient.width, heightPx: autoOrient.height }
}
