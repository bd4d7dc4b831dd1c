import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { mailChoice, mailGroup, type MailChoices, type OwnMail } from '#core/contract/mail.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { Section } from '#app/_ui/section.tsx'

type ChoicesPartProps = { choices: MailChoices; onChange: (own: OwnMail) => void }

/** Which messages, and how often. A choice is saved as it is made; one that was not saved goes back. */
export function ChoicesPart({ choices, onChange }: ChoicesPartProps) {
  const t = useTranslations('mail.choices')
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const [shown, setShown] = useState(choices)
  const [outcome, setOutcome] = useState<{ isSaved: boolean; text: string }>()
  const choose = async (chosen: MailChoices) => {
    setShown(chosen)
    setOutcome(undefined)
    try {
      onChange(await httpRequest('mail.choose', { choices: chosen }))
      setOutcome({ isSaved: true, text: t('saved') })
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure
      setShown(shown)
      setOutcome({ isSaved: false, text: locale === 'en' ? errors(failure.code) : failure.message })
    }
  }
  return (
    <Section title={t('title')} note={t('note')} gap="small">
      <div className="flex flex-col">
        {mailGroup.options.map((group) => (
          <div key={group} className="border-b border-line py-3 first:pt-0">
            <RadioGroup
              label={t(`groups.${group}`)}
              isRow
              choices={mailChoice.options.map((id) => ({ id, label: t(id) }))}
              value={shown[group]}
              onChange={(choice) => void choose({ ...shown, [group]: choice })}
            />
          </div>
        ))}
      </div>
      <p className="mt-4 text-meta text-ink-3">{t('dailyNote')}</p>
      <p role="status" className={`min-h-5.5 text-meta ${outcome?.isSaved === false ? 'text-ochre' : 'text-bamboo'}`}>
        {outcome?.text}
      </p>
    </Section>
  )
}
