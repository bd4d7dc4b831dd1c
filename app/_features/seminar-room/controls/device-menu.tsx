'use client'

import { Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Icon } from '#app/_ui/icon.tsx'
import { Popover } from '#app/_ui/popover.tsx'
import { DeviceSelects } from '../devices/device-selects.tsx'

/** Another camera or microphone, without leaving. */
export function DeviceMenu() {
  const t = useTranslations('room')
  return (
    <Popover
      label={t('devices.label')}
      placement="top"
      className="w-80"
      trigger={
        <AriaButton className="control phone:hidden">
          <Icon of={Settings2} size="large" />
          <span>{t('devices.short')}</span>
        </AriaButton>
      }
    >
      <DeviceSelects />
    </Popover>
  )
}
