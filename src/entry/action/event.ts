import { readFile } from 'node:fs/promises';
import { type EventPayload, parseEvent } from '../../publish/event.ts';
import type { Environment } from '../github/environment.ts';

/** What the runner says of the event that started the run: nothing, where it says nothing that can be understood. */
export async function readEvent(env: Environment): Promise<EventPayload> {
  try {
    return parseEvent(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  } catch {
    return {};
  }
}
