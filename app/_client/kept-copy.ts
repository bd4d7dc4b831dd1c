import { z } from 'zod'

/** What is typed and not yet saved, in this browser, by name. A browser that keeps nothing is no fault: the server does. */
export function createKeptCopy<Form>(name: string, form: z.ZodType<Form>) {
  const copy = z.object({ version: z.number().int(), form })
  return {
    read(): { version: number; form: Form } | null {
      try {
        return copy.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null')).data ?? null
      } catch {
        // Not allowed to look, or not of our making.
        return null
      }
    },
    write(kept: { version: number; form: Form } | null): void {
      try {
        if (kept === null) localStorage.removeItem(name)
        else localStorage.setItem(name, JSON.stringify(kept))
      } catch {
        // Full, or not allowed: it is saved at the server in a moment.
      }
    },
  }
}
