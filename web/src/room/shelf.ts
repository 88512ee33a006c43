// Where acts lie on this tablet until the practice has them: on the disk before they show as done.
import { type DBSchema, openDB } from "idb";
import type { Kept, Shelf } from "./outbox";

interface Acts extends DBSchema {
  acts: { key: number; value: Lying; indexes: { room: string } };
}

interface Lying {
  /** Its place in the order; given by the database. */
  place?: number;
  /** Which session, and who charts in it. */
  readonly room: string;
  readonly one: Kept;
}

const open = () =>
  openDB<Acts>("kapok-room", 1, {
    upgrade(database) {
      database.createObjectStore("acts", { keyPath: "place", autoIncrement: true }).createIndex("room", "room");
    },
  });

/** The shelf of one room; a browser that has none throws. */
export async function onDisk(room: string): Promise<Shelf> {
  const database = await open();
  // What is only handed to the system is lost with the browser, seconds later still.
  const write = () => database.transaction("acts", "readwrite", { durability: "strict" });
  const lying = () => database.getAllFromIndex("acts", "room", room);
  return {
    all: async () => (await lying()).map(({ one }) => one),
    async put(one) {
      const place = (await lying()).find((known) => known.one.id === one.id)?.place;
      const transaction = write();
      await transaction.store.put(place === undefined ? { room, one } : { place, room, one });
      await transaction.done;
    },
    async drop(id) {
      const transaction = write();
      for (const { place, one } of await transaction.store.index("room").getAll(room)) {
        if (one.id === id && place !== undefined) await transaction.store.delete(place);
      }
      await transaction.done;
    },
  };
}

/** How many acts wait on this tablet, in any room and of anybody. */
export async function lyingHere(): Promise<number> {
  return (await open()).count("acts");
}
