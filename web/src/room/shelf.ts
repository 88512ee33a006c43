// Where acts lie on this tablet until the practice has them: on the disk before they show as done.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Kept, Shelf } from "./outbox";

interface Acts extends DBSchema {
  acts: { key: number; value: Lying; indexes: { room: string } };
}

interface Lying {
  /** Its place in the order; given by the database. */
  place?: number;
  /** Which session, and who charts in it. */
  readonly room: string;
  /** Where that room is. */
  readonly path: string;
  readonly one: Kept;
}

const open = () =>
  openDB<Acts>("kapok-room", 1, {
    upgrade(database) {
      database.createObjectStore("acts", { keyPath: "place", autoIncrement: true }).createIndex("room", "room");
    },
  });

/** Opens the database for one thing: what somebody clears or closes meanwhile is opened anew. */
async function using<T>(what: (database: IDBPDatabase<Acts>) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await what(database);
  } finally {
    database.close();
  }
}

// What is only handed to the system is lost with the browser, seconds later still.
const writing = (database: IDBPDatabase<Acts>) => database.transaction("acts", "readwrite", { durability: "strict" });

/** The shelf of one room; a browser that has none throws. */
export async function onDisk(room: string, path: string): Promise<Shelf> {
  await lyingIn();
  return {
    all: () => using(async (database) => (await database.getAllFromIndex("acts", "room", room)).map(({ one }) => one)),
    put: (one) =>
      using(async (database) => {
        const { store, done } = writing(database);
        const known = (await store.index("room").getAll(room)).find((lying) => lying.one.id === one.id);
        await store.put(known?.place === undefined ? { room, path, one } : { place: known.place, room, path, one });
        await done;
      }),
    drop: (id) =>
      using(async (database) => {
        const { store, done } = writing(database);
        for (const { place, one } of await store.index("room").getAll(room)) {
          if (one.id === id && place !== undefined) await store.delete(place);
        }
        await done;
      }),
  };
}

/** The rooms of the acts that wait on this tablet, one for each act, of anybody. */
export async function lyingIn(): Promise<string[]> {
  return using(async (database) => (await database.getAll("acts")).map(({ path }) => path));
}
