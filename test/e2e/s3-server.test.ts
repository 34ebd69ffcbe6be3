import { describe } from '@jest/globals';
import { startS3 } from '../support/s3/fauxqs.ts';
import { behavesLikeS3 } from '../support/s3/s3-suite.ts';

describe('the S3 server inside the process', () => behavesLikeS3(startS3));
