import { spellingOf, wordsOf } from '#core/domain/search/words.ts'
import type { Prisma } from './generated/client.ts'

// One way to look for words everywhere: each word of the query must stand in one of the fields, or spell one of the
// names. A part of a field is enough, so that any two characters that stand together are found.

/** Prisma hands `%` and `_` on as the database's wildcards. */
export const literally = (word: string) => word.replaceAll(/[\\%_]/g, String.raw`\$&`)

const contains = (word: string) => ({ contains: literally(word), mode: 'insensitive' }) as const
const spelled = (word: string) => {
  const letters = spellingOf(word)
  return letters === null ? [] : [{ spelling: { contains: letters } }]
}

const personNamed = (word: string): Prisma.PersonWhereInput => ({ OR: [{ name: contains(word) }, ...spelled(word)] })

const studioNamed = (word: string): Prisma.StudioWhereInput => ({ OR: [{ name: contains(word) }, ...spelled(word)] })

/** By title, host and studio. */
export const activityHas = (query: string): Prisma.ActivityWhereInput[] =>
  wordsOf(query).map((word) => ({
    OR: [{ title: contains(word) }, ...spelled(word), { host: personNamed(word) }, { studio: studioNamed(word) }],
  }))

/** By name, subject, master and school. */
export const studioHas = (query: string): Prisma.StudioWhereInput[] =>
  wordsOf(query).map((word) => ({
    OR: [
      { name: contains(word) },
      ...spelled(word),
      { subject: contains(word) },
      { master: personNamed(word) },
      { hostSchool: { name: contains(word) } },
    ],
  }))

/** By title, summary, unit, studio and who has uploaded it. */
export const resourceHas = (query: string): Prisma.ResourceWhereInput[] =>
  wordsOf(query).map((word) => ({
    OR: [
      { title: contains(word) },
      ...spelled(word),
      { summary: contains(word) },
      { unit: contains(word) },
      { uploader: personNamed(word) },
      { studio: studioNamed(word) },
    ],
  }))

/** By name, and by the school and the district in full or in short. */
export const personHas = (query: string): Prisma.PersonWhereInput[] =>
  wordsOf(query).map((word) => {
    const organisation = { OR: [{ name: contains(word) }, { shortName: contains(word) }] }
    return {
      OR: [
        { name: contains(word) },
        ...spelled(word),
        { organisation },
        { organisation: { parent: { kind: 'district', ...organisation } } },
      ],
    }
  })
