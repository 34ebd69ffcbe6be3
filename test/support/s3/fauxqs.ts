import { buildApp } from 'fauxqs';
import { connect, type S3Server } from './s3-server.ts';

/**
 * Starts an S3 server inside this process, which keeps everything in memory.
 *
 * It believes every signature; what depends on them needs `startVersityGw`.
 */
export async function startS3(): Promise<S3Server> {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  const access = { endpoint, region: 'us-east-1', accessKeyId: 'test', secretAccessKey: 'test-secret' };
  return connect(access, () => app.close());
}
