import { id } from '#core/contract/fields.ts'

/** The id in an address, decoded; null for what is none: nothing has it, and the database is not asked. */
export const pathId = (segment: string): string | null => id.safeParse(segment).data ?? null
