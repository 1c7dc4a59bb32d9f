/** The contract that a feed of vehicle positions keeps. */
export const CONTRACT = "gtfs-realtime-vehicle-positions";

/** `DIRECT_IDENTIFIER` and `direct-identifier` are the same word. */
export const classification = (word: string): string => word.toLowerCase().replaceAll("_", "-");
