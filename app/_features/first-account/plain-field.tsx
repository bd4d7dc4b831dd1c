import { TriangleAlert } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Icon } from '#app/_ui/icon.tsx'

type PlainFieldProps = ComponentProps<'input'> & { name: string; label: string; hint?: string; error?: string }

/** As the fields of app/_ui, as plain elements: these pages are met before anything is in the browser's cache. */
export function PlainField({ label, hint, error, ...input }: PlainFieldProps) {
  const noteId = `${input.name}-note`
  return (
    <div>
      <label className="block">
        <span className="mb-1.5 block text-meta leading-5.5 text-ink-2">{label}</span>
        <input
          {...input}
          aria-invalid={error !== undefined}
          {...(hint === undefined && error === undefined ? {} : { 'aria-describedby': noteId })}
          className={
            'h-11 w-full rounded-control border border-edge bg-sheet px-3 text-lead text-ink hovered:border-ink-2 ' +
            'aria-invalid:border-ochre aria-invalid:shadow-[inset_0_0_0_1px_var(--ochre)]'
          }
        />
      </label>
      {error !== undefined ? (
        <p id={noteId} className="mt-1.5 flex gap-1.5 text-meta text-ochre">
          <Icon of={TriangleAlert} size="small" className="mt-0.5" />
          <span>{error}</span>
        </p>
      ) : (
        hint !== undefined && (
          <p id={noteId} className="mt-1.5 text-meta text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
