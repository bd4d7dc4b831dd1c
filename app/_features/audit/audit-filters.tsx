import { getTranslations } from 'next-intl/server'
import { auditArea } from '#core/contract/audit.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import type { AuditQuery } from './audit-query.ts'

const FIELD = 'h-10 min-w-0 rounded-control border border-edge bg-sheet px-3 text-ui'

/** Words, kind and days; a plain form, so that the address says what is shown. */
export async function AuditFilters({ query }: { query: AuditQuery }) {
  const t = await getTranslations('audit')
  return (
    <form
      action="/office/audit"
      role="search"
      className="flex flex-wrap items-end gap-3 pb-5 phone:flex-col phone:items-stretch"
    >
      <input
        name="q"
        type="search"
        maxLength={60}
        defaultValue={query.search}
        aria-label={t('search')}
        placeholder={t('search')}
        className={`${FIELD} w-64 phone:w-full`}
      />
      <select name="area" defaultValue={query.area ?? ''} aria-label={t('area')} className={FIELD}>
        <option value="">{t('all')}</option>
        {auditArea.options.map((area) => (
          <option key={area} value={area}>
            {t(`areas.${area}`)}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="flex items-center gap-2 text-meta text-ink-2">
          {t(name)}
          <input name={name} type="date" defaultValue={query[name]} className={`${FIELD} phone:flex-1`} />
        </label>
      ))}
      <button className={buttonStyle({})}>{t('find')}</button>
    </form>
  )
}
