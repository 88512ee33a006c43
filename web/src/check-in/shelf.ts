// Answers that have not reached the practice yet, sealed on this phone.
//
// The key is made here, cannot be read out, and stays in this browser's own store: a copy of the
// storage alone tells nothing. Whoever holds the unlocked phone can still read; sealing to the
// practice's key is a later step.

/** One answer that waits, as its form would have sent it. */
export interface Waiting {
  readonly id: string;
  readonly body: string;
}

const KEY = "kapok-check-in";

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** The browser's own key; made at the first use. */
async function key(): Promise<CryptoKey> {
  const opening = indexedDB.open(KEY, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
  const database = await asked(opening);
  const kept: unknown = await asked(database.transaction("keys").objectStore("keys").get("outbox"));
  if (kept instanceof CryptoKey) return kept;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await asked(database.transaction("keys", "readwrite").objectStore("keys").put(made, "outbox"));
  return made;
}

/** What waits; what cannot be opened any more is let go. */
export async function waiting(): Promise<Waiting[]> {
  const sealed = localStorage.getItem(KEY);
  if (sealed === null) return [];
  try {
    const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: bytes.slice(0, 12) },
      await key(),
      bytes.slice(12),
    );
    return JSON.parse(new TextDecoder().decode(opened)) as Waiting[];
  } catch {
    localStorage.removeItem(KEY);
    return [];
  }
}

async function write(all: readonly Waiting[]): Promise<void> {
  if (all.length === 0) {
    localStorage.removeItem(KEY);
    return;
  }
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(all));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), plain));
  localStorage.setItem(KEY, btoa(String.fromCharCode(...iv, ...sealed)));
}

/** Keeps one more; throws when this browser keeps nothing, and then nothing may say that it was kept. */
export async function keep(one: Waiting): Promise<void> {
  const others = (await waiting()).filter((known) => known.id !== one.id);
  await write([...others, one]);
}

/** Lets go of what the practice has. */
export async function drop(id: string): Promise<void> {
  await write((await waiting()).filter((known) => known.id !== id));
}
