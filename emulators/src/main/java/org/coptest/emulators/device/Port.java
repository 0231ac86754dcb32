package org.coptest.emulators.device;

import java.io.Closeable;

/** One port of a running device, open or closed on purpose. */
public interface Port extends Closeable {

  /** Its number. */
  int number();

  /** Frees it; never throws. */
  @Override
  void close();
}
