import { describe, expect, it } from 'vitest'
import { layerForTile } from '#app/_client/tile-layers.ts'

describe('the layer of a tile', () => {
  it('[MEDIA4] is the smallest that fills it', () => {
    expect(layerForTile({ widthPx: 160, heightPx: 90 })).toBe(0)
    expect(layerForTile({ widthPx: 384, heightPx: 216 })).toBe(0)
    expect(layerForTile({ widthPx: 640, heightPx: 360 })).toBe(1)
    expect(layerForTile({ widthPx: 1280, heightPx: 720 })).toBe(2)
    expect(layerForTile({ widthPx: 3840, heightPx: 2160 })).toBe(2)
  })

  it('[MEDIA4] an upright tile is covered by its longer side', () => {
    expect(layerForTile({ widthPx: 200, heightPx: 400 })).toBe(1)
  })
})
