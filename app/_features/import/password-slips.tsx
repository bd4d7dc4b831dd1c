import { useTranslations } from 'next-intl'
import type { PasswordSlip } from '#core/contract/imports.ts'
import { QrCode } from '#app/_ui/qr-code.tsx'

type PasswordSlipsProps = { slips: readonly PasswordSlip[]; until: string; origin: string }

/** One for each person, two beside each other on paper; none is cut by the end of a page. */
export function PasswordSlips({ slips, until, origin }: PasswordSlipsProps) {
  const t = useTranslations('import.slips')
  return (
    <ul className="grid grid-cols-2 border-t border-l border-dashed border-edge phone:grid-cols-1 print:grid-cols-2">
      {slips.map(({ name, organisation, username, link }) => {
        const address = `${origin}/password?k=${link}`
        return (
          <li
            key={username}
            className="flex break-inside-avoid items-start gap-4 border-r border-b border-dashed border-edge bg-sheet p-4"
          >
            <QrCode text={address} label={t('qr', { name })} />
            <div className="min-w-0 flex-1">
              <p className="font-song text-h3 font-semibold">{name}</p>
              <p className="text-meta text-ink-2">{organisation}</p>
              <p className="text-meta">
                <span className="text-ink-3">{t('username')}</span> {username}
              </p>
              <p className="mt-1 text-meta text-ink-2">{t('slip')}</p>
              <p className="mt-1 font-mono text-caption break-all">{address}</p>
              <p className="mt-1 text-caption text-ink-3">{until}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
