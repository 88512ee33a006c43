// What has not reached the practice yet, sealed on this phone, on the disk before it counts as kept.
//
// The key is made here, cannot be read out, and stays in this browser's own store: a copy of the
// storage alone tells nothing. Whoever holds the unlocked phone can still read; sealing to the
// practice's key is a later step.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** One form that waits, as it would have been sent. */
export interface Waiting {
  /** Which form it is: kept twice, it is there once. */
  readonly id: string;
  /** Whose pages it was written on: it goes to nobody else's. */
  readonly holder: string;
  /** Where it goes. */
  readonly action: string;
  /** The form's fields, without its token. */
  readonly body: string;
}

interface Sealed extends DBSchema {
  keys: { key: string; value: CryptoKey };
  waiting: { key: number; value: { place?: number; readonly id: string; readonly sealed: Uint8Array<ArrayBuffer> } };
}

const IV_BYTES = 12;

const open = () =>
  openDB<Sealed>("kapok-waiting", 1, {
    upgrade(database) {
      database.createObjectStore("keys");
      database.createObjectStore("waiting", { keyPath: "place", autoIncrement: true });
    },
  });

/** The browser's own key; made at the first use. */
async function key(database: IDBPDatabase<Sealed>): Promise<CryptoKey> {
  const kept = await database.get("keys", "waiting");
  if (kept !== undefined) return kept;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const writing = database.transaction("keys", "readwrite", { durability: "strict" });
  await writing.store.put(made, "waiting");
  await writing.done;
  return made;
}

/** What waits, the oldest first; what cannot be opened any more is left where it is. */
export async function waiting(): Promise<Waiting[]> {
  const database = await open();
  const all: Waiting[] = [];
  try {
    const secret = await key(database);
    for (const { sealed } of await database.getAll("waiting")) {
      const opened = await opening(secret, sealed);
      if (opened !== undefined) all.push(opened);
    }
  } finally {
    database.close();
  }
  return all;
}

async function opening(secret: CryptoKey, sealed: Uint8Array<ArrayBuffer>): Promise<Waiting | undefined> {
  try {
    const iv = sealed.slice(0, IV_BYTES);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, secret, sealed.slice(IV_BYTES));
    return JSON.parse(new TextDecoder().decode(plain)) as Waiting;
  } catch {
    return undefined;
  }
}

/** Keeps one more; throws when this browser keeps nothing, and then nothing may say that it was kept. */
export async function keep(one: Waiting): Promise<void> {
  const database = await open();
  try {
    const secret = await key(database);
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const plain = new TextEncoder().encode(JSON.stringify(one));
    const box = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, secret, plain));
    const sealed = new Uint8Array(IV_BYTES + box.length);
    sealed.set(iv);
    sealed.set(box, IV_BYTES);
    await change(database, one.id, { id: one.id, sealed });
  } finally {
    database.close();
  }
}

/** Lets go of what the practice has. */
export async function drop(id: string): Promise<void> {
  const database = await open();
  try {
    await change(database, id);
  } finally {
    database.close();
  }
}

/** What is only handed to the system is lost with the browser, seconds later still: hence `strict`. */
async function change(
  database: IDBPDatabase<Sealed>,
  id: string,
  next?: { readonly id: string; readonly sealed: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const writing = database.transaction("waiting", "readwrite", { durability: "strict" });
  for (const known of await writing.store.getAll()) {
    if (known.id === id && known.place !== undefined) await writing.store.delete(known.place);
  }
  if (next !== undefined) await writing.store.put(next);
  await writing.done;
}
