import { getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import { SiteFrame } from './(public)/_site/site-frame.tsx'
import { call } from './_server/call.ts'
import { Avatar } from './_ui/avatar.tsx'
import { Empty } from './_ui/empty.tsx'
import { LinkButton } from './_ui/link-button.tsx'

export default async function NotFound() {
  const [t, common, me] = await Promise.all([
    getTranslations('ui.notFound'),
    getTranslations('common'),
    call('me.get', {}),
  ])
  return (
    <SiteFrame
      me={me}
      account={() =>
        me !== null && (
          <Link href="/desk" aria-label={common('nav.desk')} className="touch-area rounded-full">
            <Avatar name={me.person.name} />
          </Link>
        )
      }
    >
      <Empty
        title={t('title')}
        actions={
          <>
            <LinkButton href="/" tone="primary">
              {t('home')}
            </LinkButton>
            <LinkButton href="/activities" tone="ghost">
              {t('activities')}
            </LinkButton>
          </>
        }
      >
        {t('text')}
      </Empty>
    </SiteFrame>
  )
}
