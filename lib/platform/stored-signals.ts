import { type ReadonlySignal, signal } from '@preact/signals';
import { type Diagnostic, diagnosticsItem, parseDiagnostics } from './diagnostics';
import { type SensingStatus, sensingItem } from './sensing-status';
import { parseSettings, type Settings, settingsItem } from './settings';

// What is stored, for a page to follow as long as it is open. `undefined` means not loaded yet.

export const followSettings = (): ReadonlySignal<Settings | undefined> =>
  follow(settingsItem, (stored) => parseSettings(stored).settings);

export const followSensing = (): ReadonlySignal<SensingStatus | undefined> =>
  follow(sensingItem, (status) => status);

export const followDiagnostics = (): ReadonlySignal<Diagnostic[] | undefined> =>
  follow(diagnosticsItem, parseDiagnostics);

interface Item<Stored> {
  getValue(): Promise<Stored>;
  watch(onChange: () => void): () => void;
}

function follow<Stored, Value>(item: Item<Stored>, read: (stored: Stored) => Value) {
  const value = signal<Value>();
  const load = async () => {
    value.value = read(await item.getValue());
  };
  // A removed value is watched as null, but read as its fallback: so read it again.
  item.watch(() => void load());
  void load();
  return value;
}
