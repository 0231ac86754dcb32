package org.coptest.harness.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.plan.ProvisionHeads;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.RollUp;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.declaration.Identity;
import org.coptest.spi.declaration.Target;

/** Rolls the cases of a device up and closes its part of the record. */
final class DeviceVerdict {
  private final ConformanceContext context;

  DeviceVerdict(ConformanceContext context) {
    this.context = context;
  }

  void finish(DevicePlan device, Target target, List<CaseResult> cases) {
    var provisions = RollUp.provisions(ProvisionHeads.of(context.plan().catalogue()), cases);
    var result =
        new TargetResult(
            device.id(),
            identity(target.identity()),
            context.record().facts(device.id()).getOrDefault("address", ""),
            target.state().name().toLowerCase(Locale.ROOT),
            RollUp.device(provisions),
            provisions);
    context.record().deviceFinished(device.id(), result);
    context.progress().deviceFinished(device, result);
  }

  private static Map<String, String> identity(Identity identity) {
    var facts = new LinkedHashMap<String, String>();
    put(facts, "manufacturer", identity.manufacturer());
    put(facts, "model", identity.model());
    put(facts, "hardware", identity.hardware());
    put(facts, "firmware", identity.firmware());
    put(facts, "serial", identity.serial());
    put(facts, "mac", identity.mac().map(list -> String.join(" ", list)));
    put(facts, "imei", identity.imei());
    return facts;
  }

  private static void put(Map<String, String> facts, String key, Optional<String> value) {
    value.ifPresent(text -> facts.put(key, text));
  }
}
