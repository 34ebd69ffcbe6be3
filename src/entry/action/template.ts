import { ConfigError } from '../../errors.ts';
import { readRepositoryFile } from '../../publish/repository-file.ts';
import type { ChosenTemplate } from '../../report/markdown.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Connection } from '../github/connection.ts';
import type { Subject } from '../github/subject.ts';
import { loadTemplate, parseTemplate } from '../load-template.ts';
import { workspacePath } from './workspace-path.ts';

/**
 * Decides which template the report is written by. A pull request's report is written by the template of the commit
 * that it is based on, as it is judged by the settings there: it cannot word its own report. What is wrong with that one
 * is said in the report, which then has our form: the pull request that mends it must be able to pass.
 *
 * @param asked of the workspace and the inputs.
 * @param gate that hold.
 * @throws ConfigError when the workspace's own has a mistake, or is missing where it is the one to be used.
 */
export async function decideTemplate(
  asked: Settings,
  gate: Settings,
  { repository, gateSha, source }: Subject,
  connection: Connection,
): Promise<ChosenTemplate | undefined> {
  const name = gate.template;
  const file = workspacePath(name);
  const octokit = gate.mode === 'analyze' || gateSha === undefined ? undefined : await connection();
  if (octokit === undefined || repository === undefined || gateSha === undefined)
    return loadTemplate(asked.template);
  // Whoever changes the template is told of a mistake before it is merged. Elsewhere the workspace is another commit's.
  if (gate.mode === 'check' && source === undefined) await loadIfThere(asked.template);
  if (name === '') return undefined;
  if (file === undefined) return loadTemplate(name);
  try {
    const text = await readRepositoryFile(octokit, repository, file, gateSha);
    if (text === undefined)
      return { name, problem: `${gateSha.slice(0, 7)}, which this is based on, does not have it` };
    return await parseTemplate(text, name);
  } catch (error) {
    if (error instanceof ConfigError)
      return { name, problem: `at ${gateSha.slice(0, 7)}, which this is based on: ${error.message}` };
    throw error;
  }
}

async function loadIfThere(fileName: string): Promise<void> {
  try {
    await loadTemplate(fileName);
  } catch (error) {
    if (!(error instanceof ConfigError && error.code === 'TEMPLATE_UNREADABLE')) throw error;
  }
}
