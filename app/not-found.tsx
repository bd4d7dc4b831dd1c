import { getTranslations } from 'next-intl/server'
import { Empty } from './_ui/empty.tsx'
import { LinkButton } from './_ui/link-button.tsx'

export default async function NotFound() {
  const t = await getTranslations('ui.notFound')
  return (
    <main>
      <Empty
        title={t('title')}
        actions={
          <LinkButton href="/" tone="primary">
            {t('home')}
          </LinkButton>
        }
      >
        {t('text')}
      </Empty>
    </main>
  )
}
