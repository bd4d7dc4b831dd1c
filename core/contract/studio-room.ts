import { z } from 'zod'
import { line } from './fields.ts'

export const ROOM_EQUIPMENT_MAX = 20
export const ROOM_BOOKS_MAX = 1_000_000

/** 学校工作室: what the host school has set up for it. */
export const studioRoom = z.object({
  /** 挂牌 date; null while there is no plate. */
  plateOn: z.iso.date().nullable(),
  place: z.union([z.literal(''), line(40)]),
  equipment: z.array(line(30)).max(ROOM_EQUIPMENT_MAX),
  books: z.number().int().min(0).max(ROOM_BOOKS_MAX).nullable(),
})
export type StudioRoom = z.infer<typeof studioRoom>
