import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { locate } from '../../src/sources/locate.ts';
import type { Place } from '../contract/byte-source.ts';
import { setAwsEnvironment } from './aws-environment.ts';
import type { S3Server } from './s3/s3-server.ts';

const BUCKET = 'models';
const FOLDER = 'a folder/with+odd=characters & ü/';

/** A folder of an S3 server that was started for it. */
export function s3Place(server: S3Server): Place {
  const restore = setAwsEnvironment(server);
  const { endpoint, region } = server;
  return {
    put: async (fileName, bytes) => {
      await server.put(BUCKET, FOLDER + fileName, bytes);
    },
    remove: async (fileName) => {
      await server.client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: FOLDER + fileName }));
    },
    locate: async (fileName) => {
      const options = { cwd: process.cwd(), endpoint, region };
      return (await locate(`s3://${BUCKET}/${FOLDER}${fileName}`, options)).files[0]!;
    },
    dispose: async () => {
      restore();
      await server.stop();
    },
  };
}
