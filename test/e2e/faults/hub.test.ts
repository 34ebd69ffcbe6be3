import { startFaultProxy } from '../../support/fault-proxy.ts';
import { BYTES, type FaultyPlace, openAt, survivesFaults } from '../../support/fault-suite.ts';
import { startHub } from '../../support/hub-server.ts';

survivesFaults('a hub', hubPlace);

async function hubPlace(): Promise<FaultyPlace> {
  const server = await startHub();
  server.commit('org/name', { 'model.safetensors': BYTES });
  const faults = await startFaultProxy(server.cdn.origin);
  const door = await startFaultProxy(server.hub.origin, { [server.cdn.origin]: faults.origin });
  return {
    faults,
    prefix: 'WEB',
    open: () => openAt('hf://org/name', { hubEndpoint: door.origin }),
    stop: async () => {
      await Promise.all([faults.stop(), door.stop(), server.stop()]);
    },
  };
}
