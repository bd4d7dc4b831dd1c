'use client'

import { Button } from './button.tsx'

type MoreButtonProps = {
  /** 再看 20 条 */
  label: string
  /** 正在取 */
  busyLabel: string
  isBusy: boolean
  onPress: () => void
}

/** The next page of a list by key, at the list's end. */
export function MoreButton({ label, busyLabel, isBusy, onPress }: MoreButtonProps) {
  return (
    <div className="flex justify-center pt-5">
      <Button tone="ghost" onPress={onPress} busyLabel={isBusy ? busyLabel : undefined}>
        {label}
      </Button>
    </div>
  )
}
