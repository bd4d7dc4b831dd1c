import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'

/**
 * Answers the PDF's path; null where LibreOffice is not installed, or cannot read the file. Its profile lies in `folder`, so
 * that nothing of one file is seen by the next, and macros and links stay switched off as they are at first.
 */
export async function officeToPdf(
  path: string,
  { folder, signal }: { folder: string; signal?: AbortSignal | undefined },
): Promise<string | null> {
  const output = join(folder, 'pdf')
  await mkdir(output, { recursive: true })
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = ['--headless', '--norestore', profile, '--convert-to', 'pdf', '--outdir', output, path]
  const said = await runProgram('soffice', args, { signal, env: { HOME: folder } })
  if (said === null) return null
  const pdf = join(output, 'source.pdf')
  return access(pdf).then(
    () => pdf,
    () => null,
  )
}
