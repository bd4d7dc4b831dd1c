const UNITS = ['B', 'KB', 'MB', 'GB'] as const
const STEP = 1024

/** `3.4 MB`: as file managers write it, with one decimal below ten. */
export function sizeWords(sizeBytes: number): string {
  const power = sizeBytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(sizeBytes) / Math.log(STEP)))
  const value = sizeBytes / STEP ** power
  const digits = power === 0 || value >= 10 ? 0 : 1
  return `${value.toFixed(digits)} ${UNITS[power]}`
}
