import { z } from 'zod'

/** Body of `POST /api/auth/sign-in`. Bounds only: what is wrong with a name must not be told. */
export const signInInput = z.object({
  username: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}]*$/u),
  password: z.string().min(1).max(200),
})
export type SignInInput = z.infer<typeof signInInput>
