package org.coptest.harness.target.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;

/** The guard with its log: refusals are noted in the record, the first few of them. */
final class Scope {
  private static final int MOST_NOTES = 10;
  private final String target;
  private final ScopeGuard guard;
  private final CampaignRecord record;
  private final AtomicInteger refusals = new AtomicInteger();

  Scope(DutSettings settings, CampaignRecord record) {
    this.target = settings.target();
    this.guard = new ScopeGuard(settings.addresses(), settings.allowPublic());
    this.record = record;
  }

  InetSocketAddress admit(Endpoint endpoint, Transport transport) {
    return noted(() -> guard.admit(endpoint, transport));
  }

  InetAddress admit(InetAddress address) {
    return noted(() -> guard.admit(address));
  }

  private <T> T noted(Supplier<T> admission) {
    try {
      return admission.get();
    } catch (OutOfScopeException refusal) {
      if (refusals.incrementAndGet() <= MOST_NOTES) {
        record.note(
            target, "out-of-scope", Map.of("refused", String.valueOf(refusal.getMessage())));
      }
      throw refusal;
    }
  }
}
