import { startFaultProxy } from '../../support/fault-proxy.ts';
import { BYTES, type FaultyPlace, openAt, survivesFaults } from '../../support/fault-suite.ts';
import { startWebServer } from '../../support/web-server.ts';

survivesFaults('a web server', webPlace);

async function webPlace(): Promise<FaultyPlace> {
  const server = await startWebServer();
  server.files.set('/a.zip', BYTES);
  const faults = await startFaultProxy(server.origin);
  return {
    faults,
    prefix: 'WEB',
    open: () => openAt(`${faults.origin}/a.zip?sig=hunter2`, { allowPrivateAddresses: true }),
    stop: async () => {
      await Promise.all([faults.stop(), server.stop()]);
    },
  };
}
