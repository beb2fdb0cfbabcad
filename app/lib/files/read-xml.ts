import { SaxesParser } from "saxes";
import { FileRefusal } from "./file-refusal";

export type XmlEvents = {
  /** `name` without its prefix. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

type Parser = SaxesParser<{ position: false; xmlns: false }>;

/** Characters that may pass without a tag or a text being complete: what is kept in memory meanwhile. */
const MOST_WITHOUT_EVENT = 2_000_000;
const DEEPEST = 64;

/**
 * Reads XML as its bytes come and tells what it finds; between two pieces it
 * stops, so that the caller can take what has been gathered. Throws for XML that
 * is damaged, bottomless or declares entities: none is ever expanded.
 */
export async function* readXml(pieces: AsyncIterable<Uint8Array>, events: XmlEvents): AsyncGenerator<void> {
  const watch = { since: 0, depth: 0 };
  const parser = parserOf(events, watch);
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    watch.since += text.length;
    write(parser, text);
    if (watch.since > MOST_WITHOUT_EVENT) throw new FileRefusal("tooMuchInside");
    yield;
  }
  write(parser, decoder.decode());
  close(parser);
}

/** Reads XML that is small enough to be read at once. */
export async function readWholeXml(pieces: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(pieces, events));
}

function parserOf(events: XmlEvents, watch: { since: number; depth: number }): Parser {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on("doctype", () => {
    throw new FileRefusal("tooMuchInside");
  });
  parser.on("opentag", ({ name, attributes }) => {
    watch.since = 0;
    if (++watch.depth > DEEPEST) throw new FileRefusal("tooMuchInside");
    events.open?.(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    watch.since = 0;
    watch.depth--;
    events.close?.(localName(name));
  });
  const told = (text: string) => {
    watch.since = 0;
    events.text?.(text);
  };
  parser.on("text", told);
  parser.on("cdata", told);
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

function write(parser: Parser, text: string): void {
  try {
    parser.write(text);
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("damaged");
  }
}

function close(parser: Parser): void {
  try {
    parser.close();
  } catch {
    throw new FileRefusal("damaged");
  }
}
