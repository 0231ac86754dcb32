package org.coptest.harness.record;

import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.ChainCheck.Torn;

/** Payload of a resume: who went on, and which bytes at the end of the log it leaves behind. */
record Resumed(Optional<String> operator, List<Torn> torn) {}
