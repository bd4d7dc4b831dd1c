import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { MessagesList } from '#app/_features/messages/messages-list.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, currentActor } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { SitePage } from '../../(public)/_site/site-page.tsx'

type MessagesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('title') }
}

/** 消息: what one was told, newest first, or what of it is unread. */
export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const only = (await searchParams)['only'] === 'unread' ? 'unread' : undefined
  const path = only === undefined ? '/messages' : '/messages?only=unread'
  if ((await currentActor()).kind !== 'person') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  const [t, first] = await Promise.all([
    getTranslations('notifications'),
    call('notifications.list', only === undefined ? {} : { only }),
  ])
  return (
    <SitePage current="messages" path={path}>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2 pt-4 pb-6 phone:pb-4">
        <h1 className="font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
        <FilterLinks
          isRow
          label={t('filter.label')}
          choices={[
            { label: t('filter.all'), href: '/messages', isChosen: only === undefined },
            { label: t('filter.unread'), href: '/messages?only=unread', isChosen: only === 'unread' },
          ]}
        />
      </header>
      <ClientTexts namespaces={['notifications']}>
        <MessagesList key={path} first={first} only={only} nowEpochMs={requestTime()} />
      </ClientTexts>
    </SitePage>
  )
}
