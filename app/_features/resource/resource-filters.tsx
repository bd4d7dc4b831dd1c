import { schoolStage } from '#core/contract/schooling.ts'
import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { fileShape, resourceKind, type ResourceFilter } from '#core/contract/resources.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { filterFields, hrefOfResources, type ResourceQuery } from './resource-query.ts'

type Subjects = HttpOutput<'resources.subjects'>['subjects']
type Choice<V> = { value: V; label: string; count?: number }

/** What the library is narrowed to; each choice is an address of its own. On a phone folded. */
export async function ResourceFilters({ query, subjects }: { query: ResourceQuery; subjects: Subjects }) {
  const t = await getTranslations('resource')
  const group = <K extends keyof ResourceFilter>(
    filter: K,
    label: string,
    choices: readonly Choice<NonNullable<ResourceFilter[K]>>[],
  ) => {
    const from = { ...query, cursor: undefined }
    return {
      label,
      choices: [
        {
          label: t('all'),
          href: hrefOfResources({ ...from, [filter]: undefined }),
          isChosen: query[filter] === undefined,
        },
        ...choices.map(({ value, ...choice }) => ({
          ...{ ...choice, isChosen: query[filter] === value },
          href: hrefOfResources({ ...from, [filter]: value }),
        })),
      ],
    }
  }
  const groups = [
    group(
      'kind',
      t('filters.kind'),
      resourceKind.options.map((value) => ({ value, label: t(`kinds.${value}`) })),
    ),
    group(
      'stage',
      t('filters.stage'),
      schoolStage.options.map((value) => ({ value, label: value })),
    ),
    group(
      'subject',
      t('filters.subject'),
      subjects.map(({ value, count }) => ({ value, label: value, count })),
    ),
    group(
      'shape',
      t('filters.shape'),
      fileShape.options.map((value) => ({ value, label: t(`shapes.${value}`) })),
    ),
  ].filter(({ choices }) => choices.length > 1)
  const filters = groups.map((one) => <FilterLinks key={one.label} {...one} />)
  const chosen = filterFields({ ...query, show: 'published' }).length
  return (
    <>
      <div className="flex flex-col gap-6 phone:hidden">{filters}</div>
      <details className="mb-3 desk:hidden">
        <summary className="cursor-pointer py-2 text-ink-2">
          {chosen === 0 ? t('filters.narrow') : t('filters.narrowed', { count: chosen })}
        </summary>
        <div className="flex flex-col gap-2">{filters}</div>
      </details>
    </>
  )
}
