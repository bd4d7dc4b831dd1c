import { z } from 'zod'

export const PASSWORD_MIN_CHARS = 8

/** The name of an account: what people type on any keyboard. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,29}$/)

export const newPassword = z.string().min(PASSWORD_MIN_CHARS).max(200)

/** The secret in a one-time link. Bounds only: what is wrong with one must not be told. */
export const oneTimeLink = z.string().max(200)
