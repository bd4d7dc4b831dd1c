import { useTranslations } from 'next-intl'
import { APPLICATION_MAX_CHARS } from '#core/contract/applications.ts'
import { INTRODUCTION_CHARACTERS } from '#core/domain/application/check-form.ts'
import { countCharacters } from '#core/domain/application/count-characters.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { TextArea } from '#app/_ui/text-area.tsx'
import type { PartProps } from './studio-part.tsx'

/** 个人简介, with how many 字 it has. */
export function IntroductionPart({ form, words, onChange }: PartProps) {
  const t = useTranslations('application')
  const count = countCharacters(form.introduction)
  const { min, max } = INTRODUCTION_CHARACTERS
  const isFit = count >= min && count <= max
  return (
    <div className="max-w-184">
      <TextArea
        label={t('fields.introduction')}
        rows={9}
        value={form.introduction}
        onChange={(introduction) => onChange({ introduction })}
        maxLength={APPLICATION_MAX_CHARS.introduction}
        error={words.errorOf('introduction')}
        hint={words.hintOf('introduction', t('hints.introduction'))}
        className="[&_textarea]:min-h-64 [&_textarea]:text-read [&_textarea]:leading-8"
      />
      <p className={classNames('mt-1 text-meta', count > max ? 'text-ochre' : isFit ? 'text-bamboo' : 'text-ink-3')}>
        {t('characters', { count, min, max })}
      </p>
    </div>
  )
}
