import { getTranslations } from 'next-intl/server'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { SitePage } from '../_site/site-page.tsx'

/** Who comes with a link that does not stand is told what to do; not why. */
export default async function NoSuchLink() {
  const t = await getTranslations('account.password')
  return (
    <SitePage>
      <Empty
        title={t('closedTitle')}
        actions={
          <LinkButton href="/sign-in" tone="primary">
            {t('signIn')}
          </LinkButton>
        }
      >
        {t('closedText')}
      </Empty>
    </SitePage>
  )
}
