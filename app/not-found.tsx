import { getTranslations } from 'next-intl/server'
import { SitePage } from './(public)/_site/site-page.tsx'
import { Empty } from './_ui/empty.tsx'
import { LinkButton } from './_ui/link-button.tsx'

export default async function NotFound() {
  const t = await getTranslations('ui.notFound')
  return (
    <SitePage>
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
    </SitePage>
  )
}
