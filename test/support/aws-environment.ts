export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const NOWHERE = '/nonexistent/aws';

/**
 * Makes these the only AWS settings of this process, whatever the machine is configured with.
 *
 * @param credentials undefined: there are none, and no metadata service is asked for any.
 * @returns what sets everything back.
 */
export function setAwsEnvironment(credentials: Credentials | undefined): () => void {
  const before = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  const clear = () => {
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  };
  clear();
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
  process.env['AWS_CONFIG_FILE'] = NOWHERE;
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = NOWHERE;
  if (credentials !== undefined) {
    process.env['AWS_ACCESS_KEY_ID'] = credentials.accessKeyId;
    process.env['AWS_SECRET_ACCESS_KEY'] = credentials.secretAccessKey;
  }
  return () => {
    clear();
    for (const [name, value] of before) process.env[name] = value;
  };
}
