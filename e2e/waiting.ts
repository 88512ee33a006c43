// What a phone keeps while it has no signal, as it lies on the disk.
import type { Page } from "playwright-core";

/** Everything that waits there, as text: what is sealed says nothing. */
export function waitsOn(phone: Page): Promise<string[]> {
  return phone.evaluate(
    () =>
      new Promise<string[]>((done, failed) => {
        const opening = indexedDB.open("kapok-waiting");
        opening.onerror = () => failed(opening.error);
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const all = opening.result.transaction("waiting").objectStore("waiting").getAll();
          all.onerror = () => failed(all.error);
          all.onsuccess = () => {
            opening.result.close();
            // No function is named here: what the page is handed stands alone.
            done(all.result.map((one: { sealed: Uint8Array }) => new TextDecoder("latin1").decode(one.sealed)));
          };
        };
      }),
  );
}
