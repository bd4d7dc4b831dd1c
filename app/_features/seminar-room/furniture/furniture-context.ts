'use client'

import { createContext, useContext } from 'react'

/**
 * Bars, panel and menus around the stage: two thirds of the room's script. Asked for in the moment of 进入 and not before, it comes
 * beside the first pictures; the lobby brings the stage alone.
 */
export const loadFurniture = () => import('./furniture.tsx')
export type Furniture = Awaited<ReturnType<typeof loadFurniture>>

const FurnitureContext = createContext<Furniture | null>(null)

export const FurnitureProvider = FurnitureContext.Provider

/** Null until it is there. */
export const useFurniture = (): Furniture | null => useContext(FurnitureContext)
