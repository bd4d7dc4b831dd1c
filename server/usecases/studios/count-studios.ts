import { titleLevel } from '#core/contract/activity.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { CITY_SCHOOLS, studioKind } from '#core/contract/studio-filter.ts'
import { STAGES } from '#core/domain/import/choices.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { countChoices } from '#core/domain/studio/count-choices.ts'
import type { Studios } from './ports.ts'

/** What the directory can be narrowed to, and to how many studios. Studios are some hundreds: they are counted here. */
export async function countStudios(
  { studios }: { studios: Studios },
  _actor: Actor,
  { search, ...chosen }: HttpParsedInput<'studios.choices'>,
): Promise<HttpOutput<'studios.choices'>> {
  const found = await studios.traits(search)
  const { total, counts } = countChoices(found, chosen)
  const inOrder = <V extends string>(values: readonly V[], count: ReadonlyMap<string, number>) =>
    values.flatMap((value) => (count.has(value) ? [{ value, count: count.get(value) ?? 0 }] : []))
  const names = new Map(found.map(({ districtId, districtName }) => [districtId, districtName]))
  const districts = [...counts.districtId.keys()].toSorted((one, other) => {
    if (one === CITY_SCHOOLS || other === CITY_SCHOOLS) return one === CITY_SCHOOLS ? -1 : 1
    return (names.get(one) ?? '').localeCompare(names.get(other) ?? '', 'zh-CN')
  })
  const subjects = [...counts.subject].toSorted(
    ([one, oneCount], [other, otherCount]) => otherCount - oneCount || one.localeCompare(other, 'zh-CN'),
  )
  return {
    total,
    kind: inOrder(studioKind.options, counts.kind),
    level: inOrder(titleLevel.options, counts.level),
    district: inOrder(districts, counts.districtId).map((one) => ({ ...one, name: names.get(one.value) ?? null })),
    stage: inOrder(STAGES, counts.stage),
    subject: subjects.map(([value, count]) => ({ value, count })),
  }
}
