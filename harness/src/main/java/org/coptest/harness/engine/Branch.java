package org.coptest.harness.engine;

import java.util.Set;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;

/** Grows the tree while it is walked: a child runs when it is added, before the next line. */
interface Branch {

  /** Adds a container and runs it. */
  void container(String kind, String id, String name, Body body) throws Exception;

  /** Adds a leaf and runs it. */
  void leaf(String kind, String id, String name, Body body) throws Exception;

  /** What a node does. */
  @FunctionalInterface
  interface Body {
    void run(Branch below) throws Exception;
  }

  /** A node of the first level, known before the run because it holds locks. */
  record Root(String kind, String id, String name, Set<ExclusiveResource> locks, RootBody body) {}

  /** What a node of the first level does. */
  @FunctionalInterface
  interface RootBody {
    void run(ConformanceContext context, Branch below) throws Exception;
  }
}
