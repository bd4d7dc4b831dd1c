/** Pixels of the device, not of CSS. */
export interface TileSize {
  widthPx: number
  heightPx: number
}

const FULL: TileSize = { widthPx: 1280, heightPx: 720 }
/** A layer may be stretched this much before one sees it. */
const STRETCH_RATIO = 1.2
/** Layers are full size divided by these, the smallest first. */
const DIVISORS = [4, 2, 1] as const

/** The smallest simulcast layer (0–2) whose picture fills the tile; the picture covers it, so the longer side decides. */
export function layerForTile({ widthPx, heightPx }: TileSize): number {
  const needRatio = Math.max(widthPx / FULL.widthPx, heightPx / FULL.heightPx)
  const layer = DIVISORS.findIndex((divisor) => STRETCH_RATIO / divisor >= needRatio)
  return layer === -1 ? DIVISORS.length - 1 : layer
}
