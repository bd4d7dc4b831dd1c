import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import compile from 'icu-minify/compile'
import type { AbstractIntlMessages } from 'next-intl'
import { z } from 'zod'
import type { Locale } from './locales.ts'

/**
 * next-intl's types know texts as strings only; what its compiler makes of them nobody reads but its formatter. Copied, because it
 * has objects without a prototype in it, which React does not hand to a browser.
 */
const compiled = (text: string) => structuredClone(compile(text)) as string

const textTree: z.ZodType<AbstractIntlMessages> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().transform(compiled), textTree])),
)

const loaded = new Map<Locale, Promise<AbstractIntlMessages>>()

/**
 * All texts of a locale: messages/<locale>/<namespace>.json, each under its file's name, compiled here: what formats them is
 * then 1 kB of script instead of 9 (next.config.js). Read once per process in production; `fresh` reads again, so that a text
 * edited during development shows at once.
 */
export function loadMessages(locale: Locale, { fresh }: { fresh: boolean }): Promise<AbstractIntlMessages> {
  const known = fresh ? undefined : loaded.get(locale)
  if (known) return known
  const reading = readMessages(locale)
  loaded.set(locale, reading)
  // A failed read must not be remembered: the next request tries again.
  reading.catch(() => loaded.delete(locale))
  return reading
}

async function readMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'messages', locale)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'))
  const entries = await Promise.all(
    files.map(async (file) => {
      const json: unknown = JSON.parse(await readFile(path.join(/* turbopackIgnore: true */ folder, file), 'utf8'))
      return [path.basename(file, '.json'), textTree.parse(json)] as const
    }),
  )
  return Object.fromEntries(entries)
}
