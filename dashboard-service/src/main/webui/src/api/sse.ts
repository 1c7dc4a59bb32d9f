export interface SseEvent {
  event: string;
  data: string;
  id: string | null;
}

/**
 * Cuts a stream of text into server-sent events, after the HTML standard's rules. Text may be cut anywhere.
 *
 * @returns a function that takes the next text and gives the events that it completed
 */
export function sseParser(): (text: string) => SseEvent[] {
  let rest = "";
  let event = "";
  let data: string[] = [];
  let id: string | null = null;
  return (text) => {
    const complete: SseEvent[] = [];
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) complete.push({ event: event || "message", data: data.join("\n"), id });
        event = "";
        data = [];
        continue;
      }
      const colon = line.indexOf(":");
      const name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (name === "event") event = value;
      else if (name === "data") data.push(value);
      else if (name === "id" && !value.includes("\0")) id = value;
    }
    return complete;
  };
}
