import { createHash } from 'node:crypto';
import { isWeightFile } from '../../formats/models.ts';
import { baseName } from '../../sources/file-name.ts';
import { type ObjectFacts, objectFacts, objectTags } from './bucket.ts';
import type { Deployment } from './deployment.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { membersOf } from './model-files.ts';
import type { ModelObject, RunInput } from './run-input.ts';
import { isComplete, type Target, type TargetAnswer, targetOf } from './target.ts';
import type { Upload } from './upload-event.ts';

/** What an upload leads to. */
export type Found =
  /** A model that is complete. */
  | { readonly kind: 'run'; readonly input: RunInput; readonly sizeBytes: number }
  /** A model of which these objects are not there yet. */
  | { readonly kind: 'waiting'; readonly model: string; readonly missing: readonly string[] }
  /** Nothing that anybody has asked to be analysed. */
  | { readonly kind: 'ignored'; readonly reason: string };

/** Objects that are looked at side by side. */
const CONCURRENCY = 8;

interface Member {
  readonly address: Pick<ModelObject, 'bucket' | 'key' | 'versionId'>;
  readonly facts: ObjectFacts;
}

/** Finds out what an upload is, and whether there is a run to begin. Whichever part of a model comes last begins it. */
export async function findRun(upload: Upload, deployment: Deployment): Promise<Found> {
  if (!isWeightFile(upload.key)) return { kind: 'ignored', reason: 'its name is not one of a model' };
  const facts = await objectFacts(upload);
  if (facts?.etag !== upload.etag)
    return {
      kind: 'ignored',
      reason: 'it has been replaced or removed; a newer upload has a run of its own',
    };
  const answer = await labelled({ address: upload, facts }, deployment);
  if ('missing' in answer)
    return { kind: 'ignored', reason: `neither metadata, tags nor key tell ${answer.missing}` };
  const { target } = answer;
  if (!deployment.repositories.has(target.repository.toLowerCase()))
    return { kind: 'ignored', reason: `${target.repository} is not one of ALPHAGATE_REPOSITORIES` };

  const { main, all } = await membersOf(upload);
  const model = main.key;
  if (all === undefined) return { kind: 'waiting', model, missing: [baseName(main.key)] };
  const members = await fewAtATime(CONCURRENCY, all, async (address): Promise<Member | string> => {
    const found = await objectFacts(address);
    if (found === undefined) return baseName(address.key);
    const member = { address, facts: found };
    const other = await labelled(member, deployment);
    const same =
      'target' in other && other.target.sha === target.sha && other.target.repository === target.repository;
    return same ? member : `${baseName(address.key)} of ${target.sha.slice(0, 7)}`;
  });
  const missing = members.filter((member) => typeof member === 'string');
  if (missing.length > 0) return { kind: 'waiting', model, missing };

  const present = members.filter((member) => typeof member !== 'string');
  const named = present.find(({ address }) => address.key === main.key)!;
  const { bucket, key, versionId } = named.address;
  return {
    kind: 'run',
    input: {
      model: { bucket, key, ...(versionId !== undefined && { versionId }), etag: named.facts.etag },
      target,
      run: runId(present, target),
    },
    sizeBytes: present.reduce((sum, { facts: { sizeBytes } }) => sum + sizeBytes, 0),
  };
}

/** Asks for tags only where metadata leave something open. */
async function labelled({ address, facts }: Member, { keyTemplate }: Deployment): Promise<TargetAnswer> {
  const { metadata } = facts;
  const tags = isComplete(metadata) ? {} : await objectTags(address);
  return targetOf({ metadata, tags, key: keyTemplate?.(address.key) });
}

/** The same for the same content of the same objects, so that whoever sees it again does not do it again. */
function runId(members: readonly Member[], { repository, sha, pullRequest }: Target): string {
  const objects = members.map(({ address, facts }) => [
    address.bucket,
    address.key,
    // A replay of an event names the version that it was about, a sibling's event does not.
    facts.etag,
    facts.storedMs,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([objects, repository.toLowerCase(), sha, pullRequest ?? null]))
    .digest('hex');
}
