import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import ts from 'typescript'

const IMPORT_STATEMENT = /^import\s[^;]*?\sfrom\s'[^']+';?$/gm
const EXPORT_KEYWORD = /^export (?=const |function |async function |class )/gm
const EMPTY_EXPORT = /^export \{\};?$/gm

/**
 * Makes one classic script of several of our modules, for pages: types stripped, imports dropped, everything in one
 * scope. The modules stand in the order of their dependencies, import each other without renaming, and no two declare
 * the same name: a script that no page would take is thrown here. Runs under a strict content security policy when it is
 * given to addInitScript or evaluate.
 */
export function bundlePageScript(modules: readonly URL[]): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext }
  const sources = modules.map((module) =>
    ts
      .transpileModule(readFileSync(module, 'utf8'), { compilerOptions })
      .outputText.replace(IMPORT_STATEMENT, '')
      .replace(EMPTY_EXPORT, '')
      .replace(EXPORT_KEYWORD, ''),
  )
  const script = `(() => {\n${sources.join('\n')}\n})()`
  // Compiled, not run: a page would swallow a broken init script without a word.
  void new Script(script)
  return script
}
