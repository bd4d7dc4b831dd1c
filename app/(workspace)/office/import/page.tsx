import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { ImportSteps } from '#app/_features/import/import-steps.tsx'
import { PastImports } from '#app/_features/import/past-imports.tsx'
import { UploadForm } from '#app/_features/import/upload-form.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call } from '#app/_server/call.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Section } from '#app/_ui/section.tsx'
import { OfficePage } from '../_frame/office-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

/** 从表格导入人员: a template, a file, and what was imported before. */
export default async function ImportPage() {
  const me = await call('me.get', {})
  if (me === null) redirect('/sign-in?next=%2Foffice%2Fimport')
  if (!me.mayManagePeople) notFound()
  const [first, t] = await Promise.all([call('imports.list', {}), getTranslations('import')])
  return (
    <OfficePage current="import" path="/office/import">
      <h1 className="pt-1 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="pt-1 pb-6 text-ink-2 phone:pb-4">{t('lead')}</p>
      <ImportSteps current={1} />
      <ClientTexts namespaces={['import', 'common']}>
        <Section title={t('template.title')} note={t('template.note')} gap="none">
          <p className="max-w-160 text-ink-2">{t('template.text')}</p>
          <p className="mt-4 flex flex-wrap gap-3">
            <a href="/api/imports/template/xlsx" download className={buttonStyle({})}>
              {t('template.xlsx')}
            </a>
            <a href="/api/imports/template/csv" download className={buttonStyle({ tone: 'ghost' })}>
              {t('template.csv')}
            </a>
          </p>
        </Section>
        <Section title={t('file.title')} gap="small">
          <UploadForm />
        </Section>
        <Section title={t('past.title')} gap="small">
          <PastImports first={first} />
        </Section>
      </ClientTexts>
    </OfficePage>
  )
}
