import { AppError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { faultsAsCsv } from './look-at-imports.ts'
import type { ImportTemplates } from './ports.ts'
import { uploadImport, type UploadImportDeps } from './upload-import.ts'

/** Files of lists, in and out: what has addresses of its own beside the requests. All reject with `AppError`. */
export interface ImportDoor {
  /** `read` answers null for a body that is too large, and is not called for who may not. */
  upload(actor: Actor, file: { fileName: string; read: () => Promise<Uint8Array | null> }): Promise<{ batchId: string }>
  template(actor: Actor, kind: string): Promise<{ bytes: Uint8Array; mimeType: string; fileName: string }>
  faults(actor: Actor, batchId: string): Promise<{ bytes: Uint8Array; mimeType: string; fileName: string }>
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'

export function createImportDoor(deps: UploadImportDeps & { templates: ImportTemplates }): ImportDoor {
  return {
    upload: (actor, file) => uploadImport(deps, actor, file),
    template: async (actor, kind) => {
      assertCan(actor, 'city.manage-people', { kind: 'city' })
      if (kind === 'xlsx') return { bytes: await deps.templates.xlsx(), mimeType: XLSX, fileName: '人员模板.xlsx' }
      if (kind === 'csv') return { bytes: deps.templates.csv(), mimeType: CSV, fileName: '人员模板.csv' }
      throw new AppError('NOT_FOUND', '没有这种模板。')
    },
    faults: async (actor, batchId) => ({
      bytes: await faultsAsCsv(deps, actor, batchId),
      ...{ mimeType: CSV, fileName: '要改的行.csv' },
    }),
  }
}
