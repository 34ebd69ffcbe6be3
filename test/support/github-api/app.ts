import { createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Account } from './accounts.ts';
import { type Answer, NOT_FOUND, refusal } from './answer.ts';

/** GitHub takes an app's own tokens for no longer. */
const LONGEST_LIFE_SECONDS = 600;

const TOKEN_LIFE_MS = 60 * 60 * 1000;

const APP_ID = 4242;
const INSTALLATION_ID = 171_717;

/** A GitHub App that is installed on the repository. */
export class InstalledApp {
  readonly id = APP_ID;
  readonly account: Account = { login: 'alphagate[bot]', id: 77_001, type: 'Bot', mayWrite: true };
  #publicKey: KeyObject | undefined;
  readonly #tokens = new Map<string, Account>();

  /** Makes a key, which is the only one from then on, and lets tokens that were given out end. */
  renewKey(): string {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#publicKey = publicKey;
    this.#tokens.clear();
    return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  }

  accountOf(token: string): Account | undefined {
    return this.#tokens.get(token);
  }

  /** The installation on the repository, as GitHub describes it to the app. */
  installation(jwt: string | undefined): Answer {
    if (!this.#isOwn(jwt)) return refusal(401, 'A JSON web token could not be decoded');
    const now = new Date().toISOString();
    return {
      status: 200,
      body: {
        id: INSTALLATION_ID,
        app_id: APP_ID,
        app_slug: 'alphagate',
        account: null,
        target_id: 1,
        target_type: 'Organization',
        repository_selection: 'selected',
        single_file_name: null,
        access_tokens_url: `https://api.github.com/app/installations/${INSTALLATION_ID}/access_tokens`,
        repositories_url: 'https://api.github.com/installation/repositories',
        html_url: `https://github.com/settings/installations/${INSTALLATION_ID}`,
        events: [],
        permissions: { checks: 'write', pull_requests: 'write', statuses: 'write' },
        created_at: now,
        updated_at: now,
        suspended_by: null,
        suspended_at: null,
      },
    };
  }

  createToken(jwt: string | undefined, installationId: number): Answer {
    if (!this.#isOwn(jwt)) return refusal(401, 'A JSON web token could not be decoded');
    if (installationId !== INSTALLATION_ID) return NOT_FOUND;
    const token = `ghs_${this.#tokens.size + 1}_${Math.random().toString(36).slice(2)}`;
    this.#tokens.set(token, this.account);
    const expires_at = new Date(Date.now() + TOKEN_LIFE_MS).toISOString().replace(/\.\d+Z$/, 'Z');
    return { status: 201, body: { token, expires_at } };
  }

  /** Whether a token was signed with the app's key, for it, and for a time that GitHub takes. */
  #isOwn(jwt: string | undefined): boolean {
    const [head, claims, signature] = jwt?.split('.') ?? [];
    if (head === undefined || claims === undefined || signature === undefined) return false;
    if (this.#publicKey === undefined) return false;
    const signed = createVerify('RSA-SHA256')
      .update(`${head}.${claims}`)
      .verify(this.#publicKey, Buffer.from(signature, 'base64url'));
    const { iss, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const now = Date.now() / 1000;
    return (
      signed && String(iss) === String(APP_ID) && iat <= now && now < exp && exp - iat <= LONGEST_LIFE_SECONDS
    );
  }
}
