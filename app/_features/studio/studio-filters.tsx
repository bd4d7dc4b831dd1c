import { getTranslations } from 'next-intl/server'
import type { StudioChoices, StudioFilter } from '#core/contract/studio-filter.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { filterFields, hrefOfStudios, type StudioQuery } from './studio-query.ts'

const SUBJECTS_SHOWN = 8

type StudioFiltersProps = { query: StudioQuery; choices: StudioChoices }
type Choice = { label: string; href: string; isChosen: boolean; count?: number }

/**
 * What the directory is narrowed to. Each choice is an address of its own and says how many studios stand there. On a
 * phone folded, to leave room for the list.
 */
export async function StudioFilters({ query, choices }: StudioFiltersProps) {
  const [t, common] = await Promise.all([getTranslations('studio.list'), getTranslations('common')])
  const choicesOf = <K extends keyof StudioFilter>(
    filter: K,
    found: readonly { value: NonNullable<StudioFilter[K]>; label: string; count: number }[],
  ): Choice[] => {
    const from = { ...query, cursor: undefined }
    const chosen = query[filter]
    const isFound = chosen === undefined || found.some(({ value }) => value === chosen)
    return [
      { label: t('all'), href: hrefOfStudios({ ...from, [filter]: undefined }), isChosen: chosen === undefined },
      ...found.map(({ value, label, count }) => ({
        ...{ label, count, isChosen: value === chosen },
        href: hrefOfStudios({ ...from, [filter]: value }),
      })),
      // What is chosen stays in sight, also where nothing is left of it.
      ...(isFound ? [] : [{ label: labelOf(filter, chosen), count: 0, isChosen: true, href: hrefOfStudios(from) }]),
    ]
  }
  const labelOf = (filter: keyof StudioFilter, value: string): string => {
    switch (filter) {
      case 'kind':
        return value === 'principal' ? t('principal') : t('teacher')
      case 'level':
        return value === 'qilu' || value === 'city' || value === 'district' ? common(`levels.${value}`) : value
      case 'districtId': {
        const district = choices.district.find((one) => one.value === value)
        if (district === undefined) return t('otherDistrict')
        return district.name ?? t('citySchools')
      }
      case 'stage':
      case 'subject':
        return value
      default:
        return filter satisfies never
    }
  }
  const labelled = <V extends string>(filter: keyof StudioFilter, found: readonly { value: V; count: number }[]) =>
    found.map(({ value, count }) => ({ value, count, label: labelOf(filter, value) }))
  const subjects = choicesOf('subject', labelled('subject', choices.subject))
  const isInSight = (choice: Choice, index: number) => index <= SUBJECTS_SHOWN || choice.isChosen
  const hidden = subjects.filter((choice, index) => !isInSight(choice, index))

  const groups = [
    { label: t('kind'), choices: choicesOf('kind', labelled('kind', choices.kind)) },
    { label: t('level'), choices: choicesOf('level', labelled('level', choices.level)) },
    { label: t('district'), choices: choicesOf('districtId', labelled('districtId', choices.district)) },
    { label: t('stage'), choices: choicesOf('stage', labelled('stage', choices.stage)) },
    { label: t('subject'), choices: subjects.filter(isInSight) },
  ]
  const filters = (
    <>
      {/* 全部 alone is no choice. */}
      {groups
        .filter((group) => group.choices.length > 1)
        .map((group) => (
          <FilterLinks key={group.label} {...group} />
        ))}
      {hidden.length > 0 && (
        <details className="desk:-mt-6">
          <summary className="cursor-pointer py-[5px] text-ink-3 hovered:text-ink phone:py-2.5">
            {t('moreSubjects', { count: hidden.length })}
          </summary>
          <FilterLinks label={t('moreSubjects', { count: hidden.length })} choices={hidden} isRow />
        </details>
      )}
    </>
  )
  const chosen = filterFields(query).length
  return (
    <>
      <div className="flex flex-col gap-6 phone:hidden">{filters}</div>
      <details className="mb-3 desk:hidden">
        <summary className="cursor-pointer py-2 text-ink-2">
          {chosen === 0 ? t('narrow') : t('narrowed', { count: chosen })}
        </summary>
        <div className="flex flex-col gap-2">{filters}</div>
      </details>
    </>
  )
}
