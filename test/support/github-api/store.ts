import type { Account } from './accounts.ts';

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly author: Account;
  /** Where the change comes from; another repository than the base's for a fork. */
  readonly headRepository: string;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
}

export interface Comment {
  readonly id: number;
  readonly issueNumber: number;
  readonly author: Account;
  readonly body: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  readonly annotations: readonly unknown[];
  readonly externalId: string | null;
  readonly detailsUrl: string | null;
  readonly startedAt: string;
  readonly completedAt: string | null;
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly creator: Account;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly createdAt: string;
}

/** A run of a workflow, as far as artifacts belong to it. */
export interface StoredRun {
  readonly id: number;
  readonly headSha: string;
  readonly event: string;
  /** Where its commit lies; another repository for a fork's. */
  readonly headRepository: string;
}

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly sizeBytes: number;
  /** `sha256:…` of the archive. */
  readonly digest: string;
  readonly expired: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** What one repository on GitHub holds, as far as Alphagate touches it. */
export class Store {
  /** `owner/name`. */
  readonly repository: string;
  readonly pulls = new Map<number, PullRequest>();
  readonly comments = new Map<number, Comment>();
  readonly checkRuns = new Map<number, CheckRun>();
  readonly statuses: CommitStatus[] = [];
  readonly runs = new Map<number, StoredRun>();
  readonly artifacts = new Map<number, StoredArtifact>();
  readonly #files = new Map<string, string>();
  #lastId = 1000;

  constructor(repository: string) {
    this.repository = repository;
  }

  /** Ids are shared by everything, and grow, as GitHub's do. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  addFile(ref: string, path: string, text: string): void {
    this.#files.set(`${ref}:${path}`, text);
  }

  textOf(ref: string, path: string): string | undefined {
    return this.#files.get(`${ref}:${path}`);
  }

  commentsOf(issueNumber: number): Comment[] {
    return [...this.comments.values()].filter((comment) => comment.issueNumber === issueNumber);
  }

  addComment(issueNumber: number, author: Account, body: string): Comment {
    const now = timestamp();
    const comment = { id: this.nextId(), issueNumber, author, body, createdAt: now, updatedAt: now };
    this.comments.set(comment.id, comment);
    return comment;
  }
}

/** Now, in GitHub's resolution of seconds. */
export function timestamp(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}
