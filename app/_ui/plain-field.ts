/** The look of the fields of this folder for plain elements: on pages that are met before anything is in the browser's cache. */
export const plainLabel = 'mb-1.5 block text-meta leading-5.5 text-ink-2'
export const plainBox =
  'h-11 w-full rounded-control border border-edge bg-sheet px-3 text-lead text-ink hovered:border-ink-2 ' +
  'aria-invalid:border-ochre aria-invalid:shadow-[inset_0_0_0_1px_var(--ochre)]'
