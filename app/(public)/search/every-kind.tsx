import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { hrefOfActivities } from '#app/_features/activity/activity-query.ts'
import { ActivityRows } from '#app/_features/activity/activity-rows.tsx'
import { ResourceCards } from '#app/_features/resource/resource-cards.tsx'
import { hrefOfResources } from '#app/_features/resource/resource-query.ts'
import { PeopleFound } from '#app/_features/search/people-found.tsx'
import { hrefOfSearch } from '#app/_features/search/search-query.ts'
import { hrefOfStudios } from '#app/_features/studio/studio-query.ts'
import { StudioRows } from '#app/_features/studio/studio-rows.tsx'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

const isEmpty = ({ activities, resources, studios, people }: HttpOutput<'search.city'>) =>
  [activities, resources].every(({ items }) => items.length === 0) &&
  studios.items.length === 0 &&
  (people === null || people.people.length === 0)

/** The beginning of each list. */
export async function EveryKind({ words }: { words: string }) {
  const [found, t] = await Promise.all([call('search.city', { query: words }), getTranslations('search')])
  const { activities, resources, studios, people } = found
  const signIn = (
    <TextLink href={`/sign-in?next=${encodeURIComponent(hrefOfSearch({ words }))}`}>{t('toSignIn')}</TextLink>
  )
  const all = (nextCursor: string | null, href: string) =>
    nextCursor === null
      ? {}
      : {
          link: (
            <TextLink href={href} tone="quiet">
              {t('all')}
            </TextLink>
          ),
        }
  if (isEmpty(found)) {
    return (
      <Empty title={t('noneTitle', { words })} size="part" headingLevel={2}>
        {t('noneText')} {people === null && t('signIn')} {people === null && signIn}
      </Empty>
    )
  }
  const none = <p className="text-ink-3">{t('none')}</p>
  return (
    <>
      <Section title={t('activities')} gap="none" {...all(activities.nextCursor, hrefOfActivities({ search: words }))}>
        {activities.items.length === 0 ? (
          none
        ) : (
          <ol className="[&>li:first-child>a]:pt-0.5">
            <ActivityRows activities={activities.items} nowEpochMs={requestTime()} />
          </ol>
        )}
      </Section>
      <Section title={t('resources')} gap="small" {...all(resources.nextCursor, hrefOfResources({ search: words }))}>
        {resources.items.length === 0 ? none : <ResourceCards resources={resources.items} />}
      </Section>
      <Section title={t('studios')} gap="small" {...all(studios.nextCursor, hrefOfStudios({ search: words }))}>
        {studios.items.length === 0 ? none : <StudioRows studios={studios.items} />}
      </Section>
      <Section
        title={t('people')}
        gap="small"
        {...all(people?.nextCursor ?? null, hrefOfSearch({ words, of: 'people' }))}
      >
        {people === null ? (
          <p className="text-ink-3">
            {t('signIn')} {signIn}
          </p>
        ) : people.people.length === 0 ? (
          none
        ) : (
          <PeopleFound people={people.people} />
        )}
      </Section>
    </>
  )
}
