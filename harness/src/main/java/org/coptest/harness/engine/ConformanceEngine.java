package org.coptest.harness.engine;

import java.util.List;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory.ParallelExecutorServiceType;

/**
 * The tree device, observe, probe and device, judge, guideline, test case as an engine of the JUnit
 * Platform. Made with {@code new} for one batch; devices run side by side, one device serially.
 */
final class ConformanceEngine extends HierarchicalTestEngine<ConformanceContext> {
  static final String ID = "coptest";
  private final ConformanceContext context;
  private final List<Branch.Root> roots;

  ConformanceEngine(ConformanceContext context, List<Branch.Root> roots) {
    this.context = context;
    this.roots = roots;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    var engine = new EngineDescriptor(uniqueId, "coptest");
    roots.forEach(root -> engine.addChild(TreeNode.first(uniqueId, root)));
    return engine;
  }

  @Override
  protected ConformanceContext createExecutionContext(ExecutionRequest request) {
    return context;
  }

  @Override
  protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
    return ParallelHierarchicalTestExecutorServiceFactory.create(
        ParallelExecutorServiceType.WORKER_THREAD_POOL,
        new Workers(context.plan().settings().parallel()));
  }
}
