package org.coptest.harness.engine;

import java.util.Set;
import org.coptest.harness.record.RecordFaultException;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A node of the tree; those below the first level are registered when they run. */
final class TreeNode extends AbstractTestDescriptor implements Node<ConformanceContext> {
  private final Type type;
  private final Set<ExclusiveResource> locks;
  private final ExecutionMode mode;
  private final Branch.RootBody body;

  private TreeNode(
      UniqueId id,
      String name,
      Type type,
      Set<ExclusiveResource> locks,
      ExecutionMode mode,
      Branch.RootBody body) {
    super(id, name);
    this.type = type;
    this.locks = locks;
    this.mode = mode;
    this.body = body;
  }

  /** A device, or a pair of samples: runs beside others unless their locks collide. */
  static TreeNode first(UniqueId parent, Branch.Root root) {
    return new TreeNode(
        parent.append(root.kind(), root.id()),
        root.name(),
        Type.CONTAINER,
        root.locks(),
        ExecutionMode.CONCURRENT,
        root.body());
  }

  private TreeNode below(String kind, String id, String name, Type childType, Branch.Body what) {
    return new TreeNode(
        getUniqueId().append(kind, id),
        name,
        childType,
        Set.of(),
        ExecutionMode.SAME_THREAD,
        (context, branch) -> what.run(branch));
  }

  @Override
  public Type getType() {
    return type;
  }

  @Override
  public boolean mayRegisterTests() {
    return type == Type.CONTAINER;
  }

  @Override
  public Set<ExclusiveResource> getExclusiveResources() {
    return locks;
  }

  @Override
  public ExecutionMode getExecutionMode() {
    return mode;
  }

  @Override
  public ConformanceContext execute(ConformanceContext context, DynamicTestExecutor executor)
      throws Exception {
    try {
      body.run(context, new Growing(executor));
    } catch (RecordFaultException cannotRecord) {
      context.stop().because(cannotRecord);
      throw cannotRecord;
    }
    return context;
  }

  /** Adds children to this node; each is dropped once it ran, so that big campaigns fit. */
  private final class Growing implements Branch {
    private final DynamicTestExecutor executor;

    Growing(DynamicTestExecutor executor) {
      this.executor = executor;
    }

    @Override
    public void container(String kind, String id, String name, Body what) throws Exception {
      grow(below(kind, id, name, Type.CONTAINER, what));
    }

    @Override
    public void leaf(String kind, String id, String name, Body what) throws Exception {
      grow(below(kind, id, name, Type.TEST, what));
    }

    private void grow(TreeNode child) throws InterruptedException {
      addChild(child);
      executor.execute(child);
      executor.awaitFinished();
      removeChild(child);
    }
  }
}
