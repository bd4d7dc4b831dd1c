import { z } from 'zod'

/** UUIDv7 or another URL-safe identifier; never meaningful to people. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)

/** Where a page of a list ended, as the server wrote it; opaque to everybody else. */
export const cursor = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+$/)
  .optional()

/** Milliseconds since the session's zero, on the server's clock. */
export const sessionMs = z.number().int().nonnegative()

/** ISO 8601 instant with offset. */
export const instant = z.iso.datetime({ offset: true })

/** One line of text as a person types it: trimmed, no control characters. */
export const line = (maxChars: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxChars)
    .regex(/^[^\p{Cc}]*$/u)

/** Several lines; only tab and line feed of the control characters. */
export const paragraph = (maxChars: number) =>
  z
    .string()
    .trim()
    .max(maxChars)
    .regex(/^[^\p{Cc}]*(?:[\t\n][^\p{Cc}]*)*$/u)

/** Made by the client once per intention: the same key never takes effect twice in a session. */
export const dedupeKey = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)

export const personColour = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
])
export type PersonColour = z.infer<typeof personColour>
