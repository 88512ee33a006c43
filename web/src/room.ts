// The room's script: keeps each touch on the tablet until the practice has it.
import { enter } from "./room/enter";

const main = document.querySelector<HTMLElement>("main[data-room]");
if (main) void enter(main);
