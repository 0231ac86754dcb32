package org.coptest.harness.record;

/** Where a line lies in events.jsonl, without its LF. */
record Span(long offset, int length) {}
