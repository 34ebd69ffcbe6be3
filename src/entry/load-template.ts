import { readFile } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';
import type { UserTemplate } from '../report/template/user-template.ts';

/**
 * Reads and checks the template that a setting names.
 *
 * @param fileName as the user gave it; empty for none.
 * @throws ConfigError `TEMPLATE_UNREADABLE`, or what is wrong with it and in which line.
 */
export async function loadTemplate(fileName: string): Promise<UserTemplate | undefined> {
  if (fileName === '') return undefined;
  let text: string;
  try {
    text = await readFile(fileName, 'utf8');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new ConfigError({
      code: 'TEMPLATE_UNREADABLE',
      subject: fileName,
      problem: code === 'ENOENT' ? 'there is no such template' : `cannot be read: ${message}`,
      cure: 'Name a file that exists; paths are relative to the working directory',
      cause,
    });
  }
  return parseTemplate(text, fileName);
}

/** Handlebars' compiler is loaded here, where there is a template, and nowhere else. */
export async function parseTemplate(text: string, name: string): Promise<UserTemplate> {
  const { compileTemplate } = await import('../report/template/user-template.ts');
  return compileTemplate(text, name);
}
