'use client'

import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { Icon } from './icon.tsx'

/** What every field says around its box. */
export type FieldTexts = {
  label: ReactNode
  /** Quiet help under the box; gives way to the error. */
  hint?: ReactNode
  /** What is wrong and what to do, in one sentence. Its presence makes the field invalid. */
  error?: ReactNode
}

/** The box one writes in: 44 px, sheet, edge; ochre rule when invalid. */
export const fieldBox =
  'flex h-11 w-full items-center gap-2 rounded-control border border-edge bg-sheet px-3 text-lead text-ink transition-colors duration-(--t-1) ' +
  'hovered:border-ink-2 invalid:border-ochre invalid:shadow-[inset_0_0_0_1px_var(--ochre)] ' +
  'off:border-line-2 off:bg-well off:text-ink-4'

/** The same box around several focusable parts; the outline goes round the whole. */
export const fieldGroup =
  fieldBox + ' has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-bamboo'

/** Label above, hint or error below. For use inside a React Aria field, which wires them to the input. */
export function FieldFrame({ label, hint, error, children }: FieldTexts & { children: ReactNode }) {
  return (
    <>
      <Label className="mb-1.5 block text-meta leading-5.5 text-ink-2">{label}</Label>
      {children}
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="mt-1.5 block text-meta text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="mt-1.5 flex gap-1.5 text-meta text-ochre">
        {({ validationErrors }) => (
          <>
            <Icon of={TriangleAlert} size="small" className="mt-0.5" />
            <span>{error ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  )
}
