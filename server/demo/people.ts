import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { personColour } from '#core/contract/fields.ts'
import { SYSTEM } from '#core/domain/policy/actor.ts'
import { addPerson, grantRole } from '#server/usecases/people/add-person.ts'
import type { DemoDeps, DemoTheme } from './demo-city.ts'
import { DEMO_PEOPLE, type DemoPerson } from './people-list.ts'

const COLOURS = 6

/** Everybody in the list, each with an account, a portrait where one is drawn, and their roles. */
export const settlePeople: DemoTheme = async (deps, city) => {
  for (const [index, person] of DEMO_PEOPLE.entries()) {
    const password = city.passwords.get(person.username)
    if (password === undefined) throw new Error(`no password was made for ${person.username}`)
    const { personId } = await addPerson(deps, SYSTEM, {
      username: person.username,
      password,
      name: person.name,
      organisationId: city.idOf('organisation', person.organisation),
      subject: person.subject ?? null,
      stage: person.stage ?? null,
      post: person.post ?? null,
      note: person.note ?? null,
      colour: personColour.parse((index % COLOURS) + 1),
      portraitKey: await storePortrait(deps, person),
    })
    city.remember('person', person.name, personId)
    const grant = (
      role: Parameters<typeof grantRole>[2]['role'],
      scope: 'city' | 'district' | 'school',
      scopeName: string,
    ) => grantRole(deps, SYSTEM, { personId, role, scope, scopeId: city.idOf('organisation', scopeName) })
    if (person.post !== '系统运维') await grant('teacher', 'school', person.organisation)
    for (const [role, scope, scopeName] of person.roles ?? []) await grant(role, scope, scopeName)
  }
}

async function storePortrait({ storage }: DemoDeps, { portrait, username }: DemoPerson): Promise<string | null> {
  if (portrait === undefined) return null
  const key = `portraits/${username}/${portrait}.jpg`
  const picture = await readFile(join(import.meta.dirname, 'assets', `portrait-${portrait}.jpg`))
  await storage.put(key, picture, { mimeType: 'image/jpeg' })
  return key
}
